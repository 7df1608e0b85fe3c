import type { PolicyEvent, PolicyLife } from '#domain/policy/policy-life';

export interface ChangedPolicy {
  readonly policy: PolicyLife;
  /** Length of the policy's stream. */
  readonly version: number;
  /** What was decided now; empty when there was nothing to do. */
  readonly events: readonly PolicyEvent[];
}

/** Each policy as a stream of decided events; nothing is ever removed. */
export abstract class PolicyStore {
  /**
   * Loads the policy's stream under a lock, and stores what `decide` answers together with the policy's page and the announcements
   * to other apps, in one transaction. What `decide` throws is thrown, and nothing is stored.
   * @throws PolicyRuleBroken 'policy-known-already' when a second one of the same document is put up for approval,
   *   'policy-name-in-use' when one of another document has that name
   */
  abstract change(policyId: string, decide: (policy: PolicyLife) => PolicyEvent[]): Promise<ChangedPolicy>;
}
