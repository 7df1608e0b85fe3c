import { compareText } from '#domain/risk/integers';

/** What is read as one with others, to the smallest id among them; what stands alone is not in it. */
export type Joining = ReadonlyMap<string, string>;

export const APART: Joining = new Map();

/** The matter under which this one is read. */
export function joinedIn(joining: Joining, matter: string): string {
  return joining.get(matter) ?? matter;
}

/** Matters that share a link, directly or through others, are one. */
export function joiningOf(links: readonly { readonly matters: readonly string[] }[]): Joining {
  if (links.length === 0) return APART;
  const sets = setsOf(links.map(({ matters }) => matters));
  return new Map([...sets].map(([name, set]) => [name, set[0] ?? name]));
}

/**
 * Names that stand in one group, or in groups that share a name, make one set.
 * @returns every name with all of its set, in order; the sets do not depend on the order of the groups
 */
export function setsOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const setOf = new Map<string, Set<string>>();
  for (const group of groups) {
    const joined = new Set(group);
    for (const name of group) for (const other of setOf.get(name) ?? []) joined.add(other);
    for (const name of joined) setOf.set(name, joined);
  }
  const ordered = new Map<Set<string>, readonly string[]>();
  for (const set of setOf.values()) if (!ordered.has(set)) ordered.set(set, [...set].toSorted(compareText));
  return new Map([...setOf].map(([name, set]) => [name, ordered.get(set) ?? [name]]));
}
