import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { raisesStatus } from '#domain/risk/raises-status';
import { aChange, aFinding, aMitigation, aSignal, aWithdrawal } from '#testing/ledger';

const letter = aSignal({ id: 'letter' });
const plausible = aChange({ id: 'p', target: 'letter', status: 'plausible', decidedOn: 5, releasedOn: 5 });
const verified = aChange({ id: 'v', target: 'letter', status: 'verified', decidedOn: 9, releasedOn: 9 });
const refuted = aChange({ id: 'r', target: 'letter', status: 'refuted', decidedOn: 7, releasedOn: 7 });

describe('a status is raised', () => {
  it('by a decision that makes the signal count for more', () => {
    expect(raisesStatus([plausible], [letter], policy)).toBe(true);
    expect(raisesStatus([verified], [letter, plausible], policy)).toBe(true);
  });

  it('by a decision taken back that had lowered it', () => {
    expect(raisesStatus([aWithdrawal('r', 8)], [letter, refuted], policy)).toBe(true);
  });

  it('by a correction that comes with a better status than what it replaces', () => {
    const corrected = aSignal({ id: 'letter again', status: 'plausible' });
    expect(raisesStatus([aWithdrawal('letter', 3), corrected], [letter], policy)).toBe(true);
  });
});

describe('a status is not raised', () => {
  it('by the status that the signal had, named again', () => {
    const again = aChange({ id: 'v2', target: 'finding', status: 'verified', releasedOn: 9 });
    expect(raisesStatus([again], [aFinding({ id: 'finding' })], policy)).toBe(false);
  });

  it('by a lower one that sounds good', () => {
    expect(raisesStatus([{ ...plausible, decidedOn: 12 }], [letter, verified], policy)).toBe(false);
  });

  it('by a decision that another outranks', () => {
    expect(raisesStatus([plausible], [letter, refuted], policy)).toBe(false);
  });

  it('by a grade, a mitigation, a withdrawal of the signal or a correction of equal status', () => {
    const regraded = aChange({ target: 'letter', grade: 'A', releasedOn: 9 });
    expect(raisesStatus([regraded], [letter], policy)).toBe(false);
    expect(raisesStatus([aMitigation({ targets: ['letter'], releasedOn: 9 })], [letter], policy)).toBe(false);
    expect(raisesStatus([aWithdrawal('letter', 9)], [letter], policy)).toBe(false);
    expect(raisesStatus([aWithdrawal('letter', 9), aSignal({ id: 'again', s: 60 })], [letter], policy)).toBe(false);
  });

  it('by a signal, nor by a decision about one that has not come or was withdrawn', () => {
    expect(raisesStatus([aFinding()], [letter], policy)).toBe(false);
    expect(raisesStatus([verified], [], policy)).toBe(false);
    expect(raisesStatus([verified], [letter, aWithdrawal('letter', 3)], policy)).toBe(false);
  });
});
