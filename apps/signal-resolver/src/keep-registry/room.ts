import type { HeldLine } from './post-book';
import { type PostFact, postOfCadre } from './post-facts';
import { BadRow } from './registry-file';

/** Which holdings of one post by one cadre leave room for each other: what has been said, as the lines of a file would change it. */
export class Room {
  private readonly holdings: ReadonlyMap<string, readonly HeldLine[]>;

  /** @param said all that has been said about posts of the cadres in the lines */
  constructor(said: readonly PostFact[], lines: readonly HeldLine[]) {
    const known = [...Map.groupBy(said, postOfCadre).values()].flatMap(holdingsIn);
    const byKey = new Map<string, Map<string, HeldLine>>();
    for (const line of [...known, ...lines]) {
      const there = byKey.get(postOfCadre(line)) ?? new Map<string, HeldLine>();
      // A blank day of leaving says nothing about one that is known.
      there.set(line.from, { ...line, left: line.left ?? there.get(line.from)?.left ?? null });
      byKey.set(postOfCadre(line), there);
    }
    this.holdings = new Map([...byKey].map(([key, there]) => [key, [...there.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))]));
  }

  /** @throws BadRow when another holding of the same post has not ended when this one begins, or begins before it ends */
  check(line: HeldLine): HeldLine {
    const holdings = this.holdings.get(postOfCadre(line)) ?? [];
    const at = holdings.findIndex(({ from }) => from === line.from);
    if (reachesInto(holdings[at - 1], holdings[at]) || reachesInto(holdings[at], holdings[at + 1])) {
      throw new BadRow('holding-overlaps', '与同一人同一职务的另一段任职时间重叠，或前一段未填离任日期。');
    }
    return line;
  }
}

function reachesInto(earlier: HeldLine | undefined, later: HeldLine | undefined): boolean {
  if (earlier === undefined || later === undefined) return false;
  return earlier.left === null || earlier.left > later.from;
}

/** Each beginning with the first leaving after it, as the reading has it. */
function holdingsIn(facts: readonly PostFact[]): HeldLine[] {
  const leavings = facts.flatMap(({ kind, day }) => (kind === 'post-left' ? day : [])).toSorted();
  return facts.flatMap(({ kind, cadreId, post, day }) =>
    kind === 'post-held' ? [{ cadreId, post, from: day, left: leavings.find((left) => left > day) ?? null }] : [],
  );
}
