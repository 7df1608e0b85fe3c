import { gatePassed, MOST_MATTERS, MOST_REASONS } from '#contracts/risk/risk-events';
import { partsAfter } from '#domain/risk/explain';
import { foldSubject } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { aFinding, aSignal } from '#testing/ledger';
import { frozenReasons } from './frozen-reasons';

const finding = aFinding({ id: 'finding', matter: 'A-AUD/M-1' });
const letters = (count: number): LedgerEntry[] =>
  Array.from({ length: count }, (_, n) => aSignal({ id: `letter ${1_000 + n}`, matter: `A-PET/event/${1_000 + n}` }));

const frozen = (entries: readonly LedgerEntry[]): ReturnType<typeof frozenReasons> =>
  frozenReasons(partsAfter(entries, foldSubject(entries, policy), policy));

describe('the reasons with which a candidate is frozen', () => {
  it('are all of them while they are few, and nothing is left for the sum', () => {
    const { reasons, rest, matters } = frozen([...letters(2), finding]);
    expect(reasons.map(({ eventId }) => eventId)).toEqual(['finding', 'letter 1000', 'letter 1001']);
    expect(rest).toEqual({ count: 0, part: 0 });
    expect(matters).toEqual(['A-AUD/M-1', 'A-PET/event/1000', 'A-PET/event/1001']);
  });

  it('are the ten weightiest of a flood, with the others in one sum to the milli-point', () => {
    const entries = [...letters(200), finding];
    const { reasons, rest } = frozen(entries);
    expect([reasons.length, reasons[0]?.eventId, rest.count]).toEqual([MOST_REASONS, 'finding', 191]);
    const { E } = readOn(foldSubject(entries, policy), 0, policy);
    expect(reasons.reduce((sum, { part }) => sum + part, rest.part)).toBe(E);
  });

  it('stay small, matters included, however many letters have come', () => {
    const { reasons, rest, matters } = frozen([...letters(3_000), finding]);
    expect([reasons.length, matters.length, matters[0]]).toEqual([MOST_REASONS, MOST_MATTERS, 'A-AUD/M-1']);
    expect(gatePassed.pick({ reasons: true, rest: true, matters: true }).safeParse({ reasons, rest, matters }).success).toBe(true);
    expect(JSON.stringify({ reasons, rest, matters }).length).toBeLessThan(20_000);
  });

  it('do not count a matter of which nothing is left', () => {
    const refuted = aSignal({ id: 'refuted', matter: 'B', status: 'refuted' });
    expect(frozen([refuted, finding])).toMatchObject({ reasons: [{ eventId: 'finding' }], matters: ['A-AUD/M-1'] });
  });
});
