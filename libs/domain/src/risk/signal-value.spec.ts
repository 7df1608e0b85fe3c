import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { weight } from '#domain/risk/signal-value';
import { REFERENCE_POLICY as policy, SHIPPED_POLICY } from '#domain/risk/policies';
import { GRADES, STATUSES, type Grade, type Policy, type Status } from '#domain/risk/policy';
import { aChange, aFinding, aMitigation, aSignal, aWithdrawal } from '#testing/ledger';

/** In micro-odds on the signal's own day, by all entries of the ledger. */
const contribution = (signal: SignalEntry, ledger: readonly LedgerEntry[], by: Policy): number =>
  new LedgerBook([signal, ...ledger.filter(({ id }) => id !== signal.id)], by).valueOf(signal.id).odds;

describe('the weight of a score', () => {
  it.each([
    [0, 0],
    [5, 52_632],
    [10, 111_111],
    [20, 250_000],
    [30, 428_571],
    [40, 666_667],
    [60, 1_500_000],
    [80, 4_000_000],
    [95, 19_000_000],
  ])('s = %d is %d micro-odds', (s, odds) => {
    expect(weight(s)).toBe(odds);
  });
});

describe('the contribution of a signal', () => {
  it('is weight times grade times status times mitigation, rounded down once', () => {
    expect(contribution(aSignal({ s: 30, grade: 'C', status: 'unverified' }), [], policy)).toBe(64_285);
    expect(contribution(aSignal({ s: 20, grade: 'D', status: 'unverified' }), [], policy)).toBe(18_750);
    expect(contribution(aSignal({ s: 30, grade: 'B', status: 'plausible', mitigation: 33 }), [], policy)).toBe(63_642);
    expect(contribution(aSignal({ s: 0, grade: 'A', status: 'verified' }), [], policy)).toBe(0);
  });

  it.each(GRADES)('follows grade %s', (grade: Grade) => {
    const percent = { A: 100, B: 75, C: 50, D: 25, E: 0, F: 50 }[grade];
    expect(contribution(aFinding({ grade }), [], policy)).toBe(15_000 * percent);
  });

  it.each(STATUSES)('follows status %s', (status: Status) => {
    const percent = { unverified: 30, plausible: 60, verified: 100, refuted: 0, withdrawn: 0, malicious: 0 }[status];
    expect(contribution(aFinding({ status }), [], policy)).toBe(15_000 * percent);
  });

  it('counts an unknown source for a quarter in the shipped policy', () => {
    expect(contribution(aFinding({ grade: 'F' }), [], SHIPPED_POLICY)).toBe(375_000);
  });

  it('holds an anonymous report at grade D until it is plausible', () => {
    const report = aFinding({ id: 'r', anonymous: true, grade: 'A', status: 'unverified' });
    expect(contribution(report, [], policy)).toBe(112_500);
    expect(contribution(report, [aChange({ target: 'r', status: 'plausible', releasedOn: 9 })], policy)).toBe(900_000);
    expect(contribution({ ...report, grade: 'E' }, [], policy)).toBe(0);
  });
});

describe('decisions about a signal', () => {
  const finding = aFinding({ id: 'f' });
  const refuted = aChange({ id: 'b', target: 'f', status: 'refuted', decidedOn: 5, authorityRank: 1, releasedOn: 9 });

  it.each([
    ['the later day', aChange({ id: 'a', target: 'f', status: 'plausible', decidedOn: 6, authorityRank: 0, releasedOn: 8 })],
    [
      'on one day the higher authority',
      aChange({ id: 'a', target: 'f', status: 'plausible', decidedOn: 5, authorityRank: 2, releasedOn: 8 }),
    ],
    [
      'of one authority the greater id',
      aChange({ id: 'c', target: 'f', status: 'plausible', decidedOn: 5, authorityRank: 1, releasedOn: 8 }),
    ],
  ])('hold by %s, in whatever order they come', (_, plausible) => {
    expect(contribution(finding, [finding, refuted, plausible], policy)).toBe(900_000);
    expect(contribution(finding, [plausible, finding, refuted], policy)).toBe(900_000);
  });

  it('rank above what the signal came with, even when decided before it', () => {
    const early = aChange({ target: 'f', status: 'plausible', decidedOn: -400, authorityRank: -1, releasedOn: 9 });
    expect(contribution(finding, [early], policy)).toBe(900_000);
  });

  it('judge status and grade apart', () => {
    const regraded = aChange({ id: 'g', target: 'f', grade: 'B', decidedOn: 1, releasedOn: 9 });
    const plausible = aChange({ id: 's', target: 'f', status: 'plausible', decidedOn: 2, releasedOn: 9 });
    expect(contribution(finding, [plausible, regraded], policy)).toBe(675_000);
  });

  it('fall away when they are taken back', () => {
    expect(contribution(finding, [refuted, aWithdrawal('b', 10)], policy)).toBe(1_500_000);
    expect(contribution(finding, [aWithdrawal('b', 10), refuted], policy)).toBe(1_500_000);
  });

  it('do not bring back what its own source withdrew', () => {
    const verified = aChange({ target: 'f', status: 'verified', decidedOn: 99, authorityRank: 4, releasedOn: 99 });
    const lenient = { ...policy, statuses: { ...policy.statuses, withdrawn: 50 } };
    expect(contribution(finding, [aWithdrawal('f', 10), verified], lenient)).toBe(0);
  });
});

describe('mitigation', () => {
  it('counts the smallest of several factors, with the one the item came with', () => {
    const finding = aFinding({ id: 'f', mitigation: 80 });
    const half = aMitigation({ id: 'm1', targets: ['f', 'other', 'f'], factor: 50, releasedOn: 3 });
    const most = aMitigation({ id: 'm2', targets: ['f'], factor: 90, releasedOn: 3 });
    expect(contribution(finding, [most], policy)).toBe(1_200_000);
    expect(contribution(finding, [half, most], policy)).toBe(750_000);
    expect(contribution(finding, [half, most, aWithdrawal('m1', 4)], policy)).toBe(1_200_000);
  });
});
