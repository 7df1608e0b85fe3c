import { foldSubject } from '#domain/risk/fold';
import { packState, unpackState } from '#domain/risk/subject-state';
import { aChange, aFinding, aMitigation, aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { standingByLedger, standingByState } from './standing-on';

const ledger = [
  aPostHeld({ from: 9_000, factors: ['principal', 'money'] }),
  aFinding({ id: 'finding', day: 9_100, releasedOn: 9_110 }),
  aSignal({ id: 'letter', day: 9_120, releasedOn: 9_121 }),
  aChange({ target: 'letter', status: 'verified', releasedOn: 9_130 }),
  aSignal({ id: 'mistaken letter', matter: 'B', day: 9_131, releasedOn: 9_131 }),
  aWithdrawal('mistaken letter', 9_140),
  aMitigation({ targets: ['finding'], factor: 80, releasedOn: 9_150 }),
];
const state = unpackState(packState(foldSubject(ledger, policy)));

describe('a reading told to the console', () => {
  it.each([9_150, 9_151, 9_200, 9_600, 12_800])('is the same by the stored sums as by the whole ledger on day %d', (day) => {
    expect(standingByState(state, day, policy)).toEqual(standingByLedger(ledger, day, policy));
  });

  it('of a day before the last entry needs the ledger', () => {
    expect(() => standingByState(state, 9_149, policy)).toThrow('before-last-entry');
    expect(standingByLedger(ledger, 9_110, policy).reading.level).toBeGreaterThan(0);
    expect(standingByLedger(ledger, 9_050, policy).reading.E).toBe(0);
  });
});
