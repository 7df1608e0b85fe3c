import { addTested, type Compared, NO_BACKTEST, type Tested, WEEKS } from '#domain/backtest/backtest';
import { dateOf } from '#domain/calendar/day';
import { capacityOf } from '#domain/backtest/capacity';
import { SMALLEST_GROUP, toldGroups } from '#domain/backtest/held-back';
import { walk } from '#domain/backtest/walk';
import { foldSubject } from '#domain/risk/fold';
import { SHIPPED_POLICY as before } from '#domain/risk/policies';
import type { Policy } from '#domain/risk/policy';
import { readOn } from '#domain/risk/reading';
import { underPolicy } from '#domain/risk/under-policy';
import { aLedger } from '#testing/arbitrary-ledger';
import { aFinding, aWithdrawal } from '#testing/ledger';
import fc from 'fast-check';

const CODE = 'org-audit-exit-finding';
const TODAY = 1_000;
const INQUIRY = 3;
const weighing = (s: number): Policy => ({
  ...before,
  name: 'tested',
  weights: { ...before.weights, [CODE]: { ...before.weights[CODE], '4': s } },
});
const milder: Compared = { before, after: weighing(35), today: TODAY };

const finding = (id: string, releasedOn: number) =>
  aFinding({ id, day: releasedOn, releasedOn, code: CODE, severity: 4, reporterKind: 'agency-finding', s: 0, grade: 'F' });
const tested = (given: Partial<Tested> = {}): Tested => ({
  subject: 'cadre:1',
  facts: [[finding('e', 990)]],
  bearings: { unit: 'U-1', region: 'R-1', category: '财务经济', rank: 'other' },
  decided: [],
  ...given,
});
const all = (subjects: readonly Tested[], compared = milder) => subjects.reduce((sum, each) => addTested(sum, each, compared), NO_BACKTEST);

describe('a walk under a policy', () => {
  it('reads the same facts as that policy does, and says when the gate opened', () => {
    expect(walk([[finding('e', 990)]], before, TODAY)).toMatchObject({
      reading: { level: INQUIRY },
      opened: [990],
      openAfter: new Set(['e']),
    });
    expect(walk([[finding('e', 990)]], milder.after, TODAY)).toMatchObject({ reading: { level: 1 }, opened: [] });
  });

  it('knows then only what was known then: what is taken back later still opened the gate', () => {
    expect(walk([[finding('e', 900)], [aWithdrawal('e', 950)]], before, TODAY)).toMatchObject({ reading: { level: 0 }, opened: [900] });
  });

  it('takes a correction as one fact: an open gate that an equal one leaves open does not open again', () => {
    const corrected = [aWithdrawal('e', 960), finding('n', 960)];
    expect(walk([[finding('e', 950)], corrected], before, TODAY)).toMatchObject({ opened: [950], openAfter: new Set(['e', 'n']) });
    expect(walk([[finding('m', 950)], [{ ...finding('e', 960), cause: 'moved' }]], before, TODAY).openAfter).toEqual(
      new Set(['m', 'moved']),
    );
  });

  it('ends at the reading of the fold, for any ledger', () => {
    fc.assert(
      fc.property(aLedger, (log) => {
        const state = foldSubject(
          log.map((entry) => underPolicy(entry, before)),
          before,
        );
        expect(
          walk(
            log.map((entry) => [entry]),
            before,
            3_000,
          ).reading,
        ).toEqual(readOn(state, 3_000, before));
      }),
    );
  });
});

describe('a backtest', () => {
  it('counts how levels move, cadres and units apart', () => {
    const { subjects, moves } = all([tested(), tested({ facts: [] }), tested({ subject: 'unit:U-1', bearings: undefined })]);
    expect(subjects).toBe(3);
    expect([moves.cadres[INQUIRY]?.[1], moves.cadres[0]?.[0], moves.units[INQUIRY]?.[1]]).toEqual([1, 1, 1]);
  });

  it('counts openings a week, of cadres only, the last week up to its day', () => {
    const days = [TODAY, TODAY - 6, TODAY - 7, TODAY - WEEKS * 7];
    const { weeks } = all([
      ...days.map((day) => tested({ facts: [[finding('e', day)]] })),
      tested({ subject: 'unit:U-1', bearings: undefined }),
    ]);
    expect(weeks.slice(-2)).toEqual([
      { before: 1, after: 0 },
      { before: 2, after: 0 },
    ]);
    expect(weeks.reduce((sum, week) => sum + week.before, 0)).toBe(3);
  });

  it('says what was decided about candidates, by rule, channel and grade, and which it would have proposed as well', () => {
    const reasons = [{ code: CODE, channel: 'organization', grade: 'A' }];
    const decided = [
      { cause: 'e', taken: true, reasons },
      { cause: 'other', taken: false, reasons },
    ];
    const { outcomes } = all([tested({ decided })], { ...milder, after: before });
    const count = { taken: 1, dismissed: 1, takenStill: 1, dismissedStill: 0 };
    expect(outcomes).toEqual({ all: count, rule: { [CODE]: count }, channel: { organization: count }, grade: { A: count } });
    expect(all([tested({ decided })]).outcomes.all).toEqual({ ...count, takenStill: 0 });
    const again = tested({ decided, facts: [[{ ...finding('assigned again', 990), cause: 'e' }]] });
    expect(all([again], { ...milder, after: before }).outcomes.all).toEqual(count);
  });

  it('is the same for any order of subjects', () => {
    const subjects = [
      tested(),
      tested({ facts: [[finding('x', 500)]] }),
      tested({ bearings: { unit: 'U-2', region: 'R-2', category: '其他', rank: 'principal' } }),
    ];
    expect(all(subjects.toReversed())).toEqual(all(subjects));
  });

  it('moves nobody under the same policy', () => {
    const { moves, weeks } = all([tested(), tested({ facts: [[finding('x', 500)]] })], { ...milder, after: before });
    expect(moves.cadres.every((row, from) => row.every((count, to) => from === to || count === 0))).toBe(true);
    expect(weeks.every((week) => week.before === week.after)).toBe(true);
  });
});

describe('the equal-treatment report', () => {
  const people = (unit: string, count: number): Tested[] =>
    Array.from({ length: count }, (_, n) =>
      tested({ subject: `cadre:${unit}${n}`, bearings: { unit, region: 'R', category: '其他', rank: 'other' } }),
    );

  it('tells how many of a group stand at 函询 or above, before and after', () => {
    const { treatment } = all(people('A', SMALLEST_GROUP));
    expect(toldGroups(treatment, 'unit')).toEqual([{ name: 'A', count: { people: 10, before: 10, after: 0 } }]);
    expect(toldGroups(treatment, 'channel')).toEqual([{ name: 'organization', count: { people: 10, before: 10, after: 0 } }]);
  });

  it('holds back groups of fewer than ten', () => {
    const { treatment } = all([...people('A', SMALLEST_GROUP), ...people('B', 9), ...people('C', 1)]);
    expect(toldGroups(treatment, 'unit').map(({ name, count }) => [name, count?.people])).toEqual([
      ['A', 10],
      ['B', undefined],
      ['C', undefined],
    ]);
  });

  it('holds back a second where one alone could be had by subtraction', () => {
    const { treatment } = all([...people('A', 12), ...people('B', 11), ...people('C', 9)]);
    expect(toldGroups(treatment, 'unit').map(({ name, count }) => [name, count?.people])).toEqual([
      ['A', 12],
      ['B', undefined],
      ['C', undefined],
    ]);
  });
});

describe('the capacity of an office', () => {
  it('is hours of work against hours at hand, week by week', () => {
    const weeks = [
      { before: 0, after: 3 },
      { before: 2, after: 5 },
    ];
    expect(capacityOf(weeks, { perCandidate: 6, perWeek: 20 })).toEqual({
      mostHours: { before: 12, after: 30 },
      hours: { before: 12, after: 48 },
      weeksBeyond: { before: 0, after: 1 },
    });
  });
});

describe('the level moves of a backtest', () => {
  it('are of the level that lists show: a policy with another floor moves whoever is under a measure', () => {
    const fields = { ground: 3, expiry: dateOf(TODAY + 10) };
    const admonished = tested({ facts: [[aFinding({ id: 'm', s: 0, code: 'superior-admonition', day: 990, releasedOn: 990, fields })]] });
    const stricter = { ...before, floors: { 'superior-admonition': { level: 'priority' as const, months: {} } } };
    const { cadres } = all([admonished], { before, after: stricter, today: TODAY }).moves;
    expect(cadres.map((row) => row.indexOf(1))).toEqual([-1, -1, 4, -1, -1]);
  });
});
