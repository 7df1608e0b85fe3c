import { REFERENCE_POLICY, SHIPPED_POLICY } from '#domain/risk/policies';
import { AUTHORITIES } from '#contracts/signals/common';

describe('the authorities that an agency may have', () => {
  it.each([SHIPPED_POLICY, REFERENCE_POLICY])('are those that the policy $name ranks, in its order', ({ authorities }) => {
    expect([...AUTHORITIES]).toEqual(authorities);
  });
});
