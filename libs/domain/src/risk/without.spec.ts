import { Course } from '#domain/risk/course';
import { readingAsOf, viewAlong } from '#domain/risk/history';
import { layOut } from '#domain/risk/lay';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { Policy } from '#domain/risk/policy';
import { type WithoutItem, withoutEach } from '#domain/risk/without';
import { aLedger } from '#testing/arbitrary-ledger';
import { aFinding, aSignal, takenBack } from '#testing/ledger';
import fc from 'fast-check';

function without(entries: readonly LedgerEntry[], day: number, policy: Policy): readonly WithoutItem[] {
  const course = new Course(layOut(entries, policy), day, policy);
  return withoutEach(viewAlong(course, entries, day, policy), course, day, policy);
}

/** Levels that are left as soon as E falls a little, after dwells from none to half a year. */
const aPolicyOfLevels: fc.Arbitrary<Policy> = fc
  .record({
    dwellDays: fc.integer({ min: 0, max: 180 }),
    gap: fc.constantFrom(1, 500, 4_000, 9_000),
    lower: fc.constantFrom(0, 8_000, 15_000),
  })
  .map(({ dwellDays, gap, lower }) => ({
    ...SHIPPED_POLICY,
    dwellDays,
    levels: SHIPPED_POLICY.levels.map((level) => ({ ...level, enter: level.enter - lower, exit: Math.max(1, level.enter - lower - gap) })),
  }));

describe('a reading without one item', () => {
  it('is the reading of the ledger in which it was taken back, level included', () => {
    fc.assert(
      fc.property(aLedger, fc.integer({ min: 90, max: 1_500 }), (log, day) => {
        for (const { signals, E, P, level } of without(log, day, SHIPPED_POLICY)) {
          expect({ E, P, level }).toEqual(pick(readingAsOf(takenBack(log, signals), day, SHIPPED_POLICY)));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is so by any policy, also where a dwell outlasts what time does to the whole', () => {
    fc.assert(
      fc.property(aLedger, fc.integer({ min: 90, max: 1_500 }), aPolicyOfLevels, (log, day, policy) => {
        for (const { signals, level } of without(log, day, policy)) {
          expect(level).toBe(readingAsOf(takenBack(log, signals), day, policy).level);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

it('may stand higher without an item that made the level begin, and end, earlier', () => {
  const lasting = {
    ...SHIPPED_POLICY,
    dwellDays: 100,
    levels: SHIPPED_POLICY.levels.map((level) => ({ ...level, exit: level.enter - 1 })),
  };
  const log = [
    aFinding({ id: 'finding', s: 55 }),
    aSignal({ id: 'letter', matter: 'B' }),
    aFinding({ id: 'later finding', matter: 'C', s: 20, day: 50 }),
  ];
  expect(readingAsOf(log, 130, lasting).level).toBe(2);
  expect(without(log, 130, lasting).find(({ id }) => id === 'letter')).toMatchObject({ level: 3 });
});

it('stands on no level without a checked voice that let others count for a while', () => {
  const letter = aSignal({ id: 'checked', s: 5, grade: 'D', status: 'verified' });
  const complaint = aSignal({ id: 'complaint', s: 64, grade: 'D' });
  const report = aSignal({ id: 'report', channel: 'media', s: 60, grade: 'D' });
  const again = { ...report, id: 'again', matter: 'B', day: 1, releasedOn: 1 };
  const campaign = { kind: 'campaign', id: 'campaign', members: ['report', 'again'], releasedOn: 1 } as const;
  const log: readonly LedgerEntry[] = [letter, complaint, report, again, campaign];
  expect(readingAsOf(log, 1, SHIPPED_POLICY).level).toBe(1);
  expect(readingAsOf(takenBack(log, ['checked']), 1, SHIPPED_POLICY).level).toBe(0);
  expect(without(log, 1, SHIPPED_POLICY).find(({ id }) => id === 'checked')).toMatchObject({ level: 0 });
});

function pick({ E, P, level }: WithoutItem | ReturnType<typeof readingAsOf>): { E: number; P: number; level: number } {
  return { E, P, level };
}
