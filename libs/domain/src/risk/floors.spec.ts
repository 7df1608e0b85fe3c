import { dayOf } from '#domain/calendar/day';
import { floorOn, shownLevel } from '#domain/risk/floors';
import { foldSubject } from '#domain/risk/fold';
import { readingAsOf } from '#domain/risk/history';
import { knownHistory } from '#domain/risk/known-history';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { REFERENCE_POLICY, SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { type Floor, packState, unpackState } from '#domain/risk/subject-state';
import { aChange, aFinding, aWithdrawal } from '#testing/ledger';

const REMIND = 2;
const day = (text: string): number => dayOf(text);

/** A measure that its agency tells on the day after it was taken; it never enters E. */
function aMeasure(given: Partial<SignalEntry> & Pick<SignalEntry, 'code'>): SignalEntry {
  const on = given.day ?? day('2026-04-28');
  return aFinding({ id: 'measure', s: 0, day: on, releasedOn: on + 1, ...given });
}

const admonition = aMeasure({ code: 'superior-admonition', fields: { ground: 3, expiry: '2026-10-27' } });

const floorAsOf = (entries: readonly LedgerEntry[], text: string): Floor | undefined => readingAsOf(entries, day(text), policy).floor;
const isShown = (entries: readonly LedgerEntry[], text: string): boolean => floorAsOf(entries, text) !== undefined;

describe('a measure in force', () => {
  it('shows at least 提醒 from its first to its last day, and is no part of E, edge or gate', () => {
    expect(['2026-04-27', '2026-04-28', '2026-10-27', '2026-10-28'].map((text) => isShown([admonition], text))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const reading = readingAsOf([admonition], day('2026-05-01'), policy);
    expect([reading.E, reading.level, reading.gateOpen, shownLevel(reading.level, reading.floor)]).toEqual([0, 0, false, REMIND]);
    expect(knownHistory([[admonition]], policy)).toEqual({ edges: [], gates: [] });
  });

  it('leaves a higher level of E as it is', () => {
    expect([shownLevel(4, { level: REMIND }), shownLevel(1, { level: REMIND }), shownLevel(1, undefined)]).toEqual([4, REMIND, 1]);
  });

  it('that says no last day is in force for the months of its kind; where nobody says how long, it has no floor', () => {
    const warned = aMeasure({ code: 'org-party-sanction', fields: { sanction: '警告', effectiveFrom: '2026-05-10' } });
    expect(floorAsOf([warned], '2026-06-01')).toMatchObject({ from: day('2026-05-10'), until: day('2027-05-09') });
    const expelled = aMeasure({ code: 'org-party-sanction', fields: { sanction: '开除党籍', effectiveFrom: '2026-05-10' } });
    expect(isShown([expelled], '2026-06-01')).toBe(false);
    const blamed = aMeasure({ code: 'superior-accountability', fields: { form: '诫勉' } });
    expect(floorAsOf([blamed], '2026-06-01')?.until).toBe(day('2026-10-27'));
    expect(isShown([aMeasure({ code: 'superior-accountability', fields: { form: '通报' } })], '2026-06-01')).toBe(false);
  });

  it('is in force from the day that it names, though it was told of as of a later one', () => {
    const sanctioned = { code: 'org-party-sanction', day: day('2026-09-07'), fields: { sanction: '警告', effectiveFrom: '2026-08-26' } };
    expect([isShown([aMeasure(sanctioned)], '2026-08-25'), isShown([aMeasure(sanctioned)], '2026-08-26')]).toEqual([false, true]);
  });

  it('ends, however far ahead its last day was told', () => {
    const for8000Years = { ...admonition, fields: { ground: 3, expiry: '9999-12-31' } };
    expect(floorAsOf([for8000Years], '2026-06-01')?.until).toBe(day('2046-04-27'));
  });

  it('is one while it stands verified: refuted or taken back it has never been', () => {
    const refuted = aChange({ target: 'measure', status: 'refuted', releasedOn: day('2026-06-01') });
    expect([isShown([admonition, refuted], '2026-05-15'), isShown([admonition, refuted], '2026-06-02')]).toEqual([false, false]);
    const takenBack = aWithdrawal('measure', day('2026-06-01'));
    expect(foldSubject([admonition, takenBack], policy).floors).toEqual([]);
    const doubted = { ...admonition, status: 'plausible' } as const;
    const verified = aChange({ target: 'measure', status: 'verified', releasedOn: day('2026-05-20') });
    expect([isShown([doubted], '2026-05-15'), isShown([doubted, verified], '2026-05-21')]).toEqual([false, true]);
  });

  it('is what the policy makes of it: one without floors has none', () => {
    expect(readingAsOf([admonition], day('2026-05-01'), REFERENCE_POLICY).floor).toBeUndefined();
  });

  it('is kept in the sums of the subject, until its day too', () => {
    const state = unpackState(packState(foldSubject([admonition], policy)));
    expect(readOn(state, day('2026-10-27'), policy).floor).toMatchObject({ id: 'measure', code: 'superior-admonition', level: REMIND });
    expect(readOn(state, day('2026-10-28'), policy).floor).toBeUndefined();
  });
});

describe('of several measures in force', () => {
  const floor = (id: string, level: number, until: number): Floor => ({ id, code: 'superior-admonition', level, from: 0, until });

  it('the highest holds, then the one that lasts longest, then the smallest id', () => {
    expect(floorOn([floor('a', 1, 90), floor('b', 2, 50), floor('d', 2, 80), floor('c', 2, 80)], 20)?.id).toBe('c');
    expect(floorOn([floor('a', 1, 90), floor('b', 2, 50)], 60)?.id).toBe('a');
  });
});
