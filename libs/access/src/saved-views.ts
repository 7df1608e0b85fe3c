/** Filters of one list by name, as the list is asked for them. */
export type ViewFilters = Readonly<Record<string, string>>;

export interface NewView {
  readonly name: string;
  readonly filters: ViewFilters;
}

export interface SavedView extends NewView {
  readonly id: string;
}

/** How many one person keeps of one page. */
export const MOST_VIEWS = 20;

/** What a person looks for again and again: the question under a name, never what it was answered. */
export abstract class SavedViews {
  /** Those of the person for the page, by name. */
  abstract list(person: string, page: string): Promise<readonly SavedView[]>;
  /** Kept, unless the person has one of this name for the page, or MOST_VIEWS of them. */
  abstract keep(person: string, page: string, view: NewView): Promise<SavedView | 'name-taken' | 'too-many'>;
  /** False where the person has no such view, whoever else has. */
  abstract remove(person: string, id: string): Promise<boolean>;
}
