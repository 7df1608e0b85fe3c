import { createHash } from 'node:crypto';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { Policy } from '#domain/risk/policy';
import { canonicalJson } from '#platform/canonical-json';

/** No policy of this installation has the hash. */
export class PolicyUnknown extends Error {
  override readonly name = 'PolicyUnknown';
}

/** SHA-256 of the canonical JSON, in hex: the name of a policy (design: risk-model 9). */
export const policyHash = (policy: Policy): string => createHash('sha256').update(canonicalJson(policy)).digest('hex');

const KNOWN: ReadonlyMap<string, Policy> = new Map([[policyHash(SHIPPED_POLICY), SHIPPED_POLICY]]);

/** @throws PolicyUnknown */
export function policyNamed(hash: string): Policy {
  const policy = KNOWN.get(hash);
  if (policy === undefined) throw new PolicyUnknown(`no policy is named ${hash}`);
  return policy;
}
