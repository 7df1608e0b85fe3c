import { textsOf } from '../texts/texts';

const texts = textsOf('sign-in');

const REASONS = ['nobody', 'over', 'left'] as const;

/** How somebody came to the sign-in page, and where to go afterwards. */
export interface Arrival {
  readonly why: (typeof REASONS)[number] | undefined;
  /** A path of this console. */
  readonly from: string;
}

/** Leads on to the first page that the person may read. */
const FIRST_PAGE = '/';

/** @param state what the page before left in the history */
export function arrivalOf(state: unknown): Arrival {
  const told = typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
  const from = told['from'];
  return {
    why: REASONS.find((reason) => reason === told['why']),
    from: typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : FIRST_PAGE,
  };
}

/** Why somebody who came back from the identity provider is not signed in; nothing for words that are not ours. */
export const refusalWord = (refused: string | null): string | undefined => Object.entries(texts.refused).find(([known]) => known === refused)?.[1];
