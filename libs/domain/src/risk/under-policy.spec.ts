import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { NotInPolicy, underPolicy } from '#domain/risk/under-policy';
import { aChange, aFinding, aPostHeld, aWithdrawal } from '#testing/ledger';

const finding = aFinding({ code: 'org-audit-exit-finding', severity: 4, reporterKind: 'agency-report', s: 0, grade: 'F' });

describe('an entry under a policy', () => {
  it('has the score of its code and class, and the grade of its reporter', () => {
    expect(underPolicy(finding, policy)).toEqual({ ...finding, s: 60, grade: 'B' });
    const stricter = { ...policy, weights: { ...policy.weights, 'org-audit-exit-finding': { '4': 80 } } };
    expect(underPolicy(underPolicy(finding, policy), stricter)).toMatchObject({ s: 80 });
  });

  it('has no score where the policy says that its code is not scored', () => {
    expect(underPolicy({ ...finding, code: 'public-suggestion' }, policy)).toMatchObject({ s: 0 });
  });

  it('is refused where the policy says nothing of its code or class', () => {
    expect(() => underPolicy({ ...finding, code: 'constructor' }, policy)).toThrow(NotInPolicy);
    expect(() => underPolicy(finding, { ...policy, weights: { 'org-audit-exit-finding': { '1': 5 } } })).toThrow(
      'code-not-in-policy org-audit-exit-finding/4',
    );
  });

  it('has the rank of its authority, the lowest for one that the policy does not list', () => {
    const change = aChange({ target: finding.id, releasedOn: 3, authority: 'city', authorityRank: -1 });
    expect(underPolicy(change, policy)).toEqual({ ...change, authorityRank: 2 });
    expect(underPolicy({ ...change, authority: 'nobody' }, policy)).toMatchObject({ authorityRank: -1 });
  });

  it('stays as it is where it brings its own, or where no policy has a say', () => {
    const own = [aFinding({ s: 17 }), aChange({ target: 'x', releasedOn: 3, authorityRank: 7 }), aWithdrawal('x', 3), aPostHeld()];
    expect(own.map((entry) => underPolicy(entry, policy))).toEqual(own);
  });
});
