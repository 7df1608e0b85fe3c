import { explain } from '#domain/risk/explain';
import { applyEntry } from '#domain/risk/fold';
import { readingAsOf } from '#domain/risk/history';
import { knownOn } from '#domain/risk/known-on';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { EMPTY_STATE, type SubjectState } from '#domain/risk/subject-state';
import { aLedger } from '#testing/arbitrary-ledger';
import { aChange, aFinding, aSignal, aWithdrawal } from '#testing/ledger';
import { levelHistory } from '#testing/level-history';
import fc from 'fast-check';

const someDay = fc.integer({ min: 90, max: 1_200 });

/** The state after each entry, as the projector had it then. */
function statesOf(entries: readonly LedgerEntry[]): readonly SubjectState[] {
  const states: SubjectState[] = [];
  for (const [place, entry] of entries.entries()) {
    states.push(applyEntry(states.at(-1) ?? EMPTY_STATE, entry, entries.slice(0, place), policy).state);
  }
  return states;
}

describe('what was known on a day', () => {
  const finding = aFinding({ id: 'finding', day: 100, releasedOn: 110 });
  const refuted = aChange({ target: 'finding', status: 'refuted', releasedOn: 140 });

  it('is the log up to that day of release, by its order and not by what happened when', () => {
    const late = aSignal({ id: 'late', day: 50, releasedOn: 130 });
    expect(knownOn([finding, late, refuted], 129).map(({ id }) => id)).toEqual(['finding']);
    expect(knownOn([finding, late, refuted], 130).map(({ id }) => id)).toEqual(['finding', 'late']);
  });

  it('leaves out what stands in the log behind something later, whatever day it carries: it was read on the later day', () => {
    const behind = aSignal({ id: 'behind', day: 90, releasedOn: 95 });
    expect(knownOn([finding, behind], 109)).toEqual([]);
    expect(knownOn([finding, behind], 110)).toEqual([finding, behind]);
  });

  it('reads the same day otherwise than today does, where something was refuted or taken back since', () => {
    const entries = [finding, refuted, aWithdrawal('finding', 150)];
    expect(readingAsOf(knownOn(entries, 120), 120, policy)).toMatchObject({ level: 3 });
    expect(readingAsOf(entries, 120, policy)).toMatchObject({ E: 0, level: 0 });
  });

  it('on the day of the last entry is all that is known now', () => {
    fc.assert(
      fc.property(aLedger, (log) => {
        const last = Math.max(0, ...log.map(({ releasedOn }) => releasedOn));
        expect(knownOn(log, last)).toEqual(log);
      }),
    );
  });

  it('is never changed by what is heard later', () => {
    fc.assert(
      fc.property(aLedger, fc.nat({ max: 17 }), someDay, (log, place, wait) => {
        const earlier = log.slice(0, place);
        const day = Math.min(wait, (log[place]?.releasedOn ?? Infinity) - 1);
        expect(knownOn(log, day)).toEqual(knownOn(earlier, day));
      }),
    );
  });

  it('gives the reading that stood then, level and gate included', () => {
    fc.assert(
      fc.property(aLedger, someDay, (log, day) => {
        const known = knownOn(log, day);
        const stood = statesOf(log)[known.length - 1] ?? EMPTY_STATE;
        expect(readingAsOf(known, day, policy)).toEqual(readOn(stood, day, policy));
        expect(explain(known, day, policy).E).toBe(readOn(stood, day, policy).E);
        expect(levelHistory(known, policy, day).at(-1)?.level ?? 0).toBe(readOn(stood, day, policy).level);
      }),
      { numRuns: 300 },
    );
  });
});
