import { factsOfLedger } from '#domain/points/facts';
import { explain } from '#domain/risk/explain';
import { applyEntry, foldSubject } from '#domain/risk/fold';
import { knownHistory } from '#domain/risk/known-history';
import { knownOn } from '#domain/risk/known-on';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { LedgerBook } from '#domain/risk/ledger-book';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { raisesStatus } from '#domain/risk/raises-status';
import { readOn } from '#domain/risk/reading';
import { packState } from '#domain/risk/subject-state';
import { aChange, aFinding, aMitigation, aMove, aSignal, aWithdrawal } from '#testing/ledger';

const finding = aFinding({ id: 'finding', day: 100 });
const letter = aSignal({ id: 'letter', day: 90 });
const again = { ...finding, assignment: 3, cause: 'finding again', releasedOn: 130 };

const scoreOn = (entries: readonly LedgerEntry[], day: number): number => readOn(foldSubject(entries, policy), day, policy).E;

describe('A signal that was told of the wrong subject', () => {
  it('is there as if it had never come, though not for those who ask what was known before', () => {
    const log = [letter, finding, aMove('finding', 120)];
    expect(scoreOn(log, 120)).toBe(scoreOn([letter], 120));
    expect(foldSubject(log, policy).level).toBe(foldSubject([letter], policy).level);
    expect(scoreOn(knownOn(log, 119), 119)).toBe(scoreOn([letter, finding], 119));
    const shown = explain(log, 120, policy).channels.flatMap(({ matters }) => matters.flatMap(({ events }) => events.map(({ id }) => id)));
    expect(shown).toEqual(['letter']);
  });

  it('takes with it what was decided about it there, and leaves what stands by itself', () => {
    const refuted = aChange({ id: 'refuted', target: 'finding', status: 'refuted', releasedOn: 110 });
    const mitigation = aMitigation({ targets: ['finding', 'letter'], releasedOn: 110, factor: 50 });
    const log = [letter, finding, refuted, mitigation, aMove('finding', 120)];
    expect(packState(foldSubject([...log, again], policy))).toBe(
      packState(foldSubject([letter, mitigation, { ...again, assignment: 1 }], policy)),
    );
  });

  it('stands when it is given back under another assignment, and is worth what is decided about it under that', () => {
    const verified = aChange({ id: 'checked', target: 'finding', status: 'plausible', releasedOn: 130, assignment: 3 });
    const log = [finding, aMove('finding', 120), again, verified];
    const fresh = [again, verified].map((entry) => ({ ...entry, assignment: 1 }) as LedgerEntry);
    expect(scoreOn(log, 130)).toBe(scoreOn(fresh, 130));
    expect(scoreOn([...log, aMove('finding', 140, 3)], 140)).toBe(0);
  });

  it('is gone for good when its source takes it back, under whatever assignment', () => {
    const log = [finding, aMove('finding', 120), again, aWithdrawal('finding', 140), { ...again, assignment: 5 }];
    expect(scoreOn(log, 140)).toBe(0);
  });

  it('reads no earlier entry when it comes to somebody of whom nothing named it', () => {
    const state = foldSubject([letter], policy);
    expect(applyEntry(state, { ...again, assignment: 2 }, [], policy).state).toEqual(foldSubject([letter, again], policy));
  });

  it('tells what it does under an id of its own when it comes back, so that no alert is taken for one that was taken back', () => {
    const { edges } = knownHistory([[finding], [aMove('finding', 120)], [again]], policy);
    expect(edges.map(({ cause, day }) => [cause, day])).toEqual([['finding again', 130]]);
  });

  it('raises no status by coming back, for it was not there', () => {
    expect(raisesStatus([again], [finding, aMove('finding', 120)], policy)).toBe(false);
  });

  it('carries no points there', () => {
    const sanction = aFinding({ id: 'sanction', code: 'superior-criticism-circular', day: 100 });
    const ids = (entries: readonly LedgerEntry[]): readonly string[] => factsOfLedger(entries, policy).map(({ id }) => id);
    expect([ids([sanction]), ids([sanction, aMove('sanction', 120)])]).toEqual([['sanction'], []]);
    expect(ids([sanction, aMove('sanction', 120), { ...sanction, assignment: 3 }])).toEqual(['sanction']);
  });

  it('counts once, though it was given there twice', () => {
    const book = new LedgerBook([finding, aMove('finding', 120), again], policy);
    expect([book.isGone(finding), book.isGone(again), book.signal('finding')]).toEqual([true, false, again]);
    expect(book.complete).toBe(true);
  });
});
