/** Filters of a list by name. */
export type Filters<Name extends string = string> = Readonly<Partial<Record<Name, string | undefined>>>;

/** What may stand in an address; `any` for a code that only the server knows. */
export type Known<Name extends string> = Readonly<Record<Name, readonly string[] | 'any'>>;

/** The filters in an address; a value that cannot be is none. */
export function filtersIn<Name extends string>(search: URLSearchParams, known: Known<Name>): Filters<Name> {
  const filters = Object.entries<Known<Name>[Name]>(known).flatMap(([name, values]) => {
    const value = search.get(name) ?? '';
    return value === '' || (values !== 'any' && !values.includes(value)) ? [] : [[name, value]];
  });
  return Object.fromEntries(filters) as Filters<Name>;
}

/** The address of a list with these filters alone: its first page, and nothing open. */
export function addressWith(filters: Filters): URLSearchParams {
  return new URLSearchParams(Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Whether anything is asked for. */
export const isFiltered = (asked: object): boolean => Object.values(asked).some((value) => value !== undefined);

/** Whether two ask for the same. */
export function sameFilters(one: Filters, other: Filters): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name]);
}
