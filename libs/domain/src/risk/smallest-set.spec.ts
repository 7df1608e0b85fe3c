import { Course } from '#domain/risk/course';
import { readingAsOf, viewAlong } from '#domain/risk/history';
import { layOut } from '#domain/risk/lay';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { MOST_SOUGHT, smallestSet, type SmallestSet } from '#domain/risk/smallest-set';
import { type Item, withoutEach } from '#domain/risk/without';
import { aLedger } from '#testing/arbitrary-ledger';
import { aFinding, aSignal, takenBack } from '#testing/ledger';
import fc from 'fast-check';

interface Sought {
  readonly items: readonly Item[];
  readonly level: number;
  readonly smallest: SmallestSet | undefined;
}

function seek(entries: readonly LedgerEntry[], day: number): Sought {
  const course = new Course(layOut(entries, policy), day, policy);
  const items = withoutEach(viewAlong(course, entries, day, policy), course, day, policy);
  return { items, level: course.level, smallest: smallestSet(items, course) };
}

/** All subsets, the smallest first. */
function subsetsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const all = items.reduce<readonly (readonly T[])[]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
  return all.toSorted((a, b) => a.length - b.length);
}

const levelWithout = (entries: readonly LedgerEntry[], items: readonly Item[], day: number): number =>
  readingAsOf(
    takenBack(
      entries,
      items.flatMap(({ signals }) => signals),
    ),
    day,
    policy,
  ).level;

describe('the smallest set of items without which a subject falls below its level', () => {
  it('is what trying every subset finds', () => {
    fc.assert(
      fc.property(aLedger, fc.integer({ min: 100, max: 1_200 }), (log, day) => {
        const { items, level, smallest } = seek(log, day);
        fc.pre(items.length <= 7);
        const fewest = subsetsOf(items).find((set) => levelWithout(log, set, day) < level);
        expect(smallest?.atLeast).toBe(level === 0 ? undefined : fewest?.length);
        if (smallest === undefined) return;
        expect(smallest.ids).toHaveLength(smallest.atLeast);
        const chosen = items.filter(({ id }) => smallest.ids?.includes(id));
        expect(levelWithout(log, chosen, day)).toBeLessThan(level);
      }),
      { numRuns: 500 },
    );
  });

  it('is one finding where letters alone would not have reached the level', () => {
    const letters = Array.from({ length: 60 }, (_, n) => aSignal({ id: `letter ${n}`, matter: `m${n % 7}`, day: n }));
    expect(seek([...letters, aFinding({ id: 'finding', day: 60 })], 60).smallest).toEqual({ atLeast: 1, ids: ['finding'] });
  });

  it('of a flood is told as at least so many, never as fewer than it takes', () => {
    const letters = Array.from({ length: 200 }, (_, n) => aSignal({ id: `letter ${n}`, matter: `m${n}`, day: n >> 2 }));
    const { items, level, smallest } = seek(letters, 60);
    expect([items.length, level, smallest?.ids]).toEqual([200, 2, undefined]);
    expect(smallest?.atLeast).toBeGreaterThan(1);
    const few = items.slice(0, (smallest?.atLeast ?? 0) - 1);
    expect(levelWithout(letters, few, 60)).toBe(level);
    expect(smallest?.atLeast).toBeLessThanOrEqual(MOST_SOUGHT + 1);
  });

  it('counts a campaign as one item', () => {
    const letters = Array.from({ length: 5 }, (_, n) => aSignal({ id: `letter ${n}`, grade: 'A', status: 'plausible', day: n }));
    const members = letters.map(({ id }) => id);
    const log = [...letters, { kind: 'campaign', id: 'campaign', members, releasedOn: 10 } as const];
    const { items, level, smallest } = seek(log, 10);
    expect(items.map(({ signals }) => signals.length)).toEqual([5]);
    expect(level === 0 ? undefined : smallest?.atLeast).toBe(level === 0 ? undefined : 1);
  });
});
