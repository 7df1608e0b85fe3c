import { createHash } from 'node:crypto';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { Policy } from '#domain/risk/policy';
import { canonicalJson } from '#platform/canonical-json';

export const POLICY_IN_FORCE: Policy = SHIPPED_POLICY;

/** The policy's name and the first 64 bits of the SHA-256 of its canonical JSON, in hex. */
export const POLICY_NAMED: { readonly name: string; readonly hash: string } = {
  name: POLICY_IN_FORCE.name,
  hash: createHash('sha256').update(canonicalJson(POLICY_IN_FORCE)).digest('hex').slice(0, 16),
};
