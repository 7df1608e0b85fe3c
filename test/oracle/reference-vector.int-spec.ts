import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { aFinding, aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';
import { describeWith } from '#testing/services/local-services';
import { askOracle, type Read } from './oracle';

/** The table of risk-model 12, typed off the page. */
const TABLE = [
  ['e1', 20, 'public', 'A', 30, 'C', 'unverified', 180],
  ['e2', 60, 'public', 'A', 30, 'F', 'unverified', 180],
  ['e3', 100, 'organization', 'A', 60, 'A', 'verified', 365],
  ['e4', 130, 'media', 'A', 40, 'C', 'unverified', 180],
  ['e5', 150, 'self', 'B', 10, 'A', 'verified', 180],
  ['e6', 180, 'team', 'C', 20, 'D', 'unverified', 90],
] as const;
const F_AS_IN_THE_TABLE = `UPDATE grade SET percent = 50 WHERE grade = 'F'`;

const signals: readonly SignalEntry[] = TABLE.map(([id, day, channel, matter, s, grade, status, halfLife]) =>
  aSignal({ id, day, channel, matter, s, grade, status, halfLife }),
);
const six: readonly LedgerEntry[] = [...signals, aPostHeld({ factors: ['money'] })];
const without = (...ids: readonly string[]): readonly LedgerEntry[] => [...six, ...ids.map((id) => aWithdrawal(id, 205))];
const copies = (count: number): readonly LedgerEntry[] =>
  Array.from({ length: count }, (_, n) => aSignal({ id: `copy ${n}`, day: 60, grade: 'F' }));

async function readOn(entries: readonly LedgerEntry[], ...days: readonly number[]): Promise<readonly Read[]> {
  const [answer] = await askOracle([{ entries, days }], { until: 2_000, planted: F_AS_IN_THE_TABLE });
  return answer?.reads ?? [];
}

describeWith(['postgres'], 'the reference vector in SQL', () => {
  it('is that of the text on day 200', async () => {
    const [read] = await readOn(six, 200);
    expect(read).toMatchObject({
      E: 61_048,
      P: 66_206,
      odds: 1_567_294,
      channels: { public: 69_637, organization: 1_240_558, media: 76_371, self: 91_651, team: 16_073 },
      corroboration: 73_004,
      eventParts: { e1: 1_252, e2: 1_460, e3: 48_321, e4: 2_975, e5: 3_570, e6: 626 },
      decayed: {
        e1: [64_285, 32_142],
        e2: [64_285, 37_495],
        e3: [1_500_000, 1_240_558],
        e4: [100_000, 76_371],
        e5: [111_111, 91_651],
        e6: [18_750, 16_073],
      },
    });
    expect(read?.channelParts['corroboration']).toBe(2_844);
  });

  it('is that of the text on the days of its events and after', async () => {
    const reads = await readOn(six, 20, 60, 100, 130, 150, 180, 210);
    expect(reads.map(({ E }) => E)).toEqual([6_040, 10_665, 62_314, 63_013, 63_513, 62_162, 60_490]);
    const below = [309, 454, 587, 732, 1_068];
    const falls = await readOn(six, ...below.flatMap((day) => [day - 1, day]));
    const thresholds = [55_000, 47_000, 40_000, 33_000, 20_000];
    expect(falls.map(({ E }, place) => E < (thresholds[Math.floor(place / 2)] ?? 0))).toEqual(below.flatMap(() => [false, true]));
  });

  it('is that of the text without the finding, without the matter, for one grave item and for copies', async () => {
    const cases = [without('e3'), without('e1', 'e2', 'e3', 'e4')].map((entries) => ({ entries, days: [210] }));
    const grave = { entries: [aFinding({ s: 80, day: 60 })], days: [60] };
    const flood = [1, 2, 3, 5, 10, 20, 21].map((count) => ({ entries: copies(count), days: [60] }));
    const answers = await askOracle([...cases, grave, ...flood], { until: 2_000, planted: F_AS_IN_THE_TABLE });
    expect(answers.map(({ reads }) => reads[0]?.E)).toEqual([19_585, 9_343, 69_230, 6_040, 11_392, 16_167, 20_679, 26_509, 28_571, 28_571]);
  });
});
