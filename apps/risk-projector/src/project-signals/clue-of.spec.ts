import { recommendDisposition } from '#domain/inquiry/recommend-disposition';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { aChange, aFinding, aSignal, aWithdrawal } from '#testing/ledger';
import { clueOf } from './clue-of';

const letter = aSignal({ id: 'letter' });
const concluded = aSignal({ id: 'concluded', clue: { priorConclusion: true } });
const finding = aFinding({ id: 'finding' });
const advised = (...entries: LedgerEntry[]): string => recommendDisposition(clueOf(entries, 'A', policy)).disposition;

describe('a matter on which an organ has concluded', () => {
  it('has nothing new while only what was there before and repetitions speak', () => {
    expect(clueOf([letter, concluded], 'A', policy)).toMatchObject({ priorConclusion: true, newFacts: false });
    expect(advised(letter, concluded, { ...concluded, id: 'again' })).toBe('closed');
  });

  it('has new facts once a later signal comes that claims no conclusion, whatever repeats the old one after it', () => {
    expect(clueOf([concluded, finding], 'A', policy)).toMatchObject({ priorConclusion: true, newFacts: true });
    expect(advised(concluded, finding)).toBe('suspended');
    expect(advised(concluded, finding, { ...concluded, id: 'again' })).toBe('suspended');
  });

  it('has nothing new in another matter, in what was refuted or in what was taken back', () => {
    expect(advised(concluded, { ...finding, matter: 'B' })).toBe('closed');
    expect(advised(concluded, finding, aChange({ target: 'finding', status: 'refuted', releasedOn: 3 }))).toBe('closed');
    expect(advised(concluded, finding, aWithdrawal('finding', 3))).toBe('closed');
  });
});

describe('the clue of a matter', () => {
  it('is what the standing signals say together, and nothing is known of what none says', () => {
    const exact = aSignal({ id: 'exact', severity: 2, clue: { keyElementsPresent: true } });
    const risky = aSignal({ id: 'risky', clue: { collusionRisk: true } });
    expect(clueOf([exact, risky], 'A', policy)).toMatchObject({ severity: 3, keyElementsPresent: true, collusionRisk: true });
    expect(clueOf([exact, risky, aWithdrawal('risky', 1)], 'A', policy)).toMatchObject({ severity: 2, collusionRisk: false });
    expect(clueOf([], 'A', policy)).toMatchObject({ severity: 0, priorConclusion: false, newFacts: false });
  });
});
