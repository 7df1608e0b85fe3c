import { explain } from '#domain/risk/explain';
import { firstDay } from '#domain/risk/falls';
import { foldSubject } from '#domain/risk/fold';
import { readingAsOf } from '#domain/risk/history';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { aFinding, aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';
import events from './reference-events.json';

/** @see design risk-model 12 */
const signals = events.events.map((event) => aSignal(event as Partial<SignalEntry>));
const ledger: readonly LedgerEntry[] = [...signals, aPostHeld({ factors: ['money'] })];
const scoreOn = (entries: readonly LedgerEntry[], day: number): number => readOn(foldSubject(entries, policy), day, policy).E;

describe('the reference vector', () => {
  it('gives on day 200 the odds of each channel, corroboration, E and P', () => {
    expect(readOn(foldSubject(ledger, policy), 200, policy)).toEqual({
      E: 61_048,
      P: 66_206,
      odds: 1_567_294,
      channels: { self: 91_651, team: 16_073, superior: 0, organization: 1_240_558, public: 69_637, media: 76_371 },
      corroboration: 73_004,
      exposurePercent: { numerator: 125, denominator: 1 },
      level: 3,
      gateOpen: true,
      leadingMatter: 'A',
    });
  });

  it.each([
    ['e1', 64_285, 32_142, 1_252],
    ['e2', 64_285, 37_495, 1_460],
    ['e3', 1_500_000, 1_240_558, 48_321],
    ['e4', 100_000, 76_371, 2_975],
    ['e5', 111_111, 91_651, 3_570],
    ['e6', 18_750, 16_073, 626],
  ])('gives %s its contribution, what is left of it on day 200, and its part', (id, c, decayed, part) => {
    const tree = explain(ledger, 200, policy);
    const leaves = tree.channels.flatMap(({ matters }) => matters.flatMap((matter) => matter.events));
    expect(leaves.find((leaf) => leaf.id === id)).toMatchObject({ c, decayed, part });
    expect(tree.corroboration).toEqual({ odds: 73_004, part: 2_844 });
    expect(leaves.reduce((sum, leaf) => sum + leaf.part, 2_844)).toBe(61_048);
  });

  it.each([
    [20, 6_040],
    [60, 10_665],
    [100, 62_314],
    [130, 63_013],
    [150, 63_513],
    [180, 62_162],
  ])('reads day %d, with the events up to that day, as %d', (day, E) => {
    const known = signals.filter((signal) => signal.day <= day);
    expect(scoreOn(known, day)).toBe(E);
    expect(readingAsOf(ledger, day, policy).E).toBe(E);
  });

  it('reads day 210 with and without what is taken back', () => {
    const back = (...ids: string[]): LedgerEntry[] => ids.map((id) => aWithdrawal(id, 205));
    expect(scoreOn(signals, 210)).toBe(60_490);
    expect(scoreOn([...signals, ...back('e3')], 210)).toBe(19_585);
    expect(scoreOn([...signals, ...back('e1', 'e2', 'e3', 'e4')], 210)).toBe(9_343);
  });

  it.each([
    [55_000, 309],
    [47_000, 454],
    [40_000, 587],
    [33_000, 732],
    [20_000, 1_068],
  ])('falls below %d without new events on day %d', (threshold, day) => {
    const state = foldSubject(signals, policy);
    expect(firstDay((on) => readOn(state, on, policy).E < threshold, 180)).toBe(day);
    expect(readOn(state, day - 1, policy).E).toBeGreaterThanOrEqual(threshold);
    expect(readOn(state, day, policy).E).toBeLessThan(threshold);
  });

  it('leaves 函询 on day 454 and 提醒 on day 732', () => {
    expect(explain(ledger, 200, policy).fallsOn).toEqual([
      { level: 3, day: 454 },
      { level: 2, day: 732 },
      { level: 1, day: expect.any(Number) },
    ]);
  });

  it('gives one verified finding of 80 in the organization channel 69.230', () => {
    expect(scoreOn([aFinding({ s: 80 })], 0)).toBe(69_230);
  });

  it.each([
    [1, 6_040],
    [2, 11_392],
    [3, 16_167],
    [5, 20_679],
    [10, 26_509],
    [20, 28_571],
    [21, 28_571],
    [500, 28_571],
  ])('gives %d copies of one complaint on one day %d', (n, E) => {
    const copies = Array.from({ length: n }, (_, copy) => aSignal({ id: `copy ${copy}`, grade: 'F', day: 60 }));
    expect(scoreOn(copies, 60)).toBe(E);
  });
});
