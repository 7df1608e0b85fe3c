import { applyEntry, foldSubject } from '#domain/risk/fold';
import { groundOf } from '#domain/risk/correction-ground';
import { tellReopened, type Telling } from '#domain/risk/corrections';
import { knownHistory } from '#domain/risk/known-history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { loweredBy } from '#domain/risk/lowered-signals';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { aChange, aFinding, aMitigation, aMove, aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';

const [NONE, WATCH, REMIND, INQUIRY] = [0, 1, 2, 3];
const finding = aFinding({ id: 'finding', day: 100, s: 60 });

/** What is told after an entry, where all alerts said until then what was known. */
function toldBy(entry: LedgerEntry, before: readonly LedgerEntry[]): Telling {
  const facts = [...before, entry].map((each) => [each]);
  const applied = applyEntry(foldSubject(before, policy), entry, before, policy);
  expect(applied.reopens).toBe(true);
  const known = { before: knownHistory(facts.slice(0, -1), policy).edges, now: knownHistory(facts, policy).edges };
  return tellReopened(entry.id, applied, known.before, known);
}

describe('an alert', () => {
  it('is corrected to “never” when its signal is taken back', () => {
    const { raised, corrections } = toldBy(aWithdrawal('finding', 105), [finding]);
    expect(raised).toBeUndefined();
    expect(corrections).toEqual([
      { cause: 'finding', said: expect.objectContaining({ from: NONE, to: INQUIRY, day: 100, E: 60_000 }), raises: false },
    ]);
  });

  it('is corrected to a lower level when its signal is doubted', () => {
    const doubt = aChange({ target: 'finding', status: 'plausible', releasedOn: 105 });
    expect(toldBy(doubt, [finding]).corrections).toMatchObject([
      { cause: 'finding', said: { to: INQUIRY, day: 100 }, now: { to: REMIND, day: 100 } },
    ]);
  });

  it('is corrected to the later day on which another event reached its level', () => {
    const other = aFinding({ id: 'other', day: 103, s: 60 });
    const { corrections } = toldBy(aWithdrawal('finding', 105), [finding, other]);
    expect(corrections).toMatchObject([
      { cause: 'finding', said: { to: INQUIRY, day: 100 }, later: { cause: 'other', to: INQUIRY, day: 103 } },
      { cause: 'other', said: undefined, now: { from: NONE, to: INQUIRY, day: 103 } },
    ]);
  });

  it('is told, as a correction, of an event that raises a lower level now that nothing stood before it', () => {
    const small = aFinding({ id: 'small', day: 103, s: 30 });
    expect(toldBy(aWithdrawal('finding', 105), [finding, small]).corrections).toMatchObject([
      { cause: 'finding', said: { to: INQUIRY }, now: undefined, later: undefined },
      { cause: 'small', said: undefined, now: { from: NONE, to: WATCH, day: 103 } },
    ]);
  });

  it('is corrected in its numbers alone where the level stands', () => {
    const small = aFinding({ id: 'small', day: 100, s: 5, matter: 'B' });
    const { corrections } = toldBy(aWithdrawal('small', 105), [small, finding]);
    expect(corrections).toMatchObject([{ cause: 'finding', said: { to: INQUIRY }, now: { to: INQUIRY, day: 100, E: 60_000 } }]);
  });

  it('is corrected in its priority when a post was never held', () => {
    const { corrections } = toldBy(aWithdrawal('post held', 105), [aPostHeld({ from: 90 }), finding]);
    expect(corrections).toMatchObject([{ cause: 'finding', said: { E: 60_000, P: 65_217 }, now: { E: 60_000, P: 60_000 } }]);
  });

  it('stays as it is when what is taken back had weighed nothing in it', () => {
    const later = aFinding({ id: 'later', day: 103, s: 5, matter: 'B' });
    expect(toldBy(aWithdrawal('later', 105), [finding, later]).corrections).toEqual([]);
  });

  it('stays corrected when its signal is reinstated: the reinstatement raises the level, on its own day', () => {
    const refuted = aChange({ id: 'refuted', target: 'finding', status: 'refuted', releasedOn: 105 });
    const proven = aChange({ id: 'proven', target: 'finding', status: 'verified', releasedOn: 120 });
    const before = [finding, refuted];
    const { edge, reopens } = applyEntry(foldSubject(before, policy), proven, before, policy);
    expect([edge, reopens]).toEqual([{ from: NONE, to: INQUIRY, day: 120 }, false]);
    const again = toldBy(aWithdrawal('finding', 130), [...before, proven]);
    expect(again.corrections).toMatchObject([{ cause: 'proven', said: { to: INQUIRY, day: 120 }, now: undefined }]);
  });

  it('is restored when what had lowered it is taken back, and then alarms anew', () => {
    const mitigation = aMitigation({ id: 'disclosure', targets: ['finding'], factor: 20, releasedOn: 105 });
    const { raised, corrections } = toldBy(aWithdrawal('disclosure', 110), [finding, mitigation]);
    expect(raised).toBeUndefined();
    expect(corrections).toMatchObject([{ cause: 'finding', said: { to: WATCH }, now: { to: INQUIRY, day: 100 }, raises: true }]);
  });

  it('that says what it said alarms anew, when the level turns out not to have fallen since', () => {
    const more = aFinding({ id: 'more', day: 320, matter: 'B', s: 50 });
    const mitigation = aMitigation({ id: 'disclosure', targets: ['more'], factor: 0, releasedOn: 321 });
    const note = aPostHeld({ id: 'note', from: 640 });
    const { corrections } = toldBy(aWithdrawal('disclosure', 640), [finding, more, mitigation, note]);
    expect(corrections).toMatchObject([{ cause: 'finding', said: { to: INQUIRY }, now: { to: INQUIRY }, raises: true }]);
    expect(corrections[0]?.said).toEqual(corrections[0]?.now);
  });

  it('that another policy told is no event’s to tell: only what an event changes is', () => {
    const [stricter, ...before] = [aFinding({ id: 'stricter', day: 90, s: 25 }), finding];
    const withdrawal = aWithdrawal('finding', 105);
    const applied = applyEntry(foldSubject([stricter, ...before], policy), withdrawal, [stricter, ...before], policy);
    const known = {
      before: knownHistory([[stricter], [finding]], policy).edges,
      now: knownHistory([[stricter], [finding], [withdrawal]], policy).edges,
    };
    const told = known.before.filter(({ cause }) => cause === 'finding');
    expect(tellReopened(withdrawal.id, applied, told, known).corrections.map(({ cause }) => cause)).toEqual(['finding']);
  });

  it('of a decision is corrected when the decision is taken back', () => {
    const doubted = aFinding({ id: 'finding', day: 100, status: 'unverified' });
    const proven = aChange({ id: 'proven', target: 'finding', status: 'verified', releasedOn: 110 });
    expect(toldBy(aWithdrawal('proven', 120), [doubted, proven]).corrections).toMatchObject([
      { cause: 'proven', said: { from: WATCH, to: INQUIRY }, now: undefined },
    ]);
  });
});

describe('a correction that comes in the place of a signal', () => {
  it('is one event: the alert of the first falls, that of the second says what it raised without the first', () => {
    const [withdrawal, corrected] = [aWithdrawal('finding', 105), aFinding({ id: 'corrected', day: 95, releasedOn: 105, s: 60 })];
    const facts = [[finding], [withdrawal, corrected]];
    const before = knownHistory(facts.slice(0, 1), policy).edges;
    const unmoved = applyEntry(foldSubject([finding], policy), withdrawal, [finding], policy);
    const known = { before, now: knownHistory(facts, policy).edges };
    const { corrections } = tellReopened('corrected', { ...unmoved, edge: undefined }, before, known);
    expect(corrections).toMatchObject([
      { cause: 'finding', said: { day: 100 }, later: { cause: 'corrected', day: 105 } },
      { cause: 'corrected', now: { from: NONE, to: INQUIRY, day: 105 } },
    ]);
    expect(groundOf([withdrawal, corrected], [finding])).toBe('corrected');
  });
});

describe('a passed gate', () => {
  it('is known no longer once what opened it is taken back', () => {
    const gatesOf = (log: readonly LedgerEntry[]): readonly string[] =>
      knownHistory(
        log.map((each) => [each]),
        policy,
      ).gates;
    const more = aSignal({ id: 'more', day: 102, matter: 'B' });
    expect(gatesOf([finding, more])).toEqual(['finding', 'more']);
    expect(gatesOf([finding, more, aWithdrawal('finding', 105)])).toEqual([]);
  });
});

describe('what an event lowers', () => {
  const log = [finding, aSignal({ id: 'letter', day: 90 })];

  it('is told with what it was and is, and how much is left', () => {
    const doubt = aChange({ target: 'finding', status: 'plausible', grade: 'B', releasedOn: 105 });
    expect(loweredBy([doubt], log, policy)).toEqual([
      expect.objectContaining({
        signal: finding,
        was: { status: 'verified', grade: 'A', mitigation: 100 },
        is: { status: 'plausible', grade: 'B', mitigation: 100 },
        leftPercent: 45,
      }),
    ]);
  });

  it('is what weighed most first, and nothing that it raises', () => {
    const both = aMitigation({ targets: ['letter', 'finding', 'unknown'], releasedOn: 105 });
    expect(loweredBy([both], log, policy).map(({ signal, leftPercent }) => [signal.id, leftPercent])).toEqual([
      ['finding', 50],
      ['letter', 49],
    ]);
    expect(loweredBy([aChange({ target: 'letter', status: 'verified', releasedOn: 105 })], log, policy)).toEqual([]);
    expect(loweredBy([aWithdrawal('mitigation', 110)], [...log, both], policy)).toEqual([]);
  });

  it('has a ground that names no text', () => {
    const grounds = [
      aWithdrawal('finding', 1),
      aChange({ target: 'finding', status: 'refuted', releasedOn: 1 }),
      aChange({ target: 'finding', status: 'malicious', releasedOn: 1 }),
      aChange({ target: 'finding', status: 'unverified', grade: 'C', releasedOn: 1 }),
      aChange({ target: 'finding', grade: 'C', releasedOn: 1 }),
      aMitigation({ targets: ['finding'], releasedOn: 1 }),
      aWithdrawal('mitigation', 1),
      aWithdrawal('post held', 1),
      aMove('finding', 1),
    ].map((entry) => groundOf([entry], [...log, aMitigation({ targets: [], releasedOn: 1 }), aPostHeld()]));
    expect(grounds).toEqual([
      'withdrawn',
      'refuted',
      'malicious',
      'reassessed',
      'regraded',
      'mitigated',
      'decision-withdrawn',
      'post-withdrawn',
      'moved',
    ]);
  });
});
