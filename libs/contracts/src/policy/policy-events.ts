import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';

/**
 * What the projector tells of policies on `policy.events.v1`, keyed by the kind: of two that go live the order is one. Who decided is kept
 * here and goes onto no topic.
 */
export const POLICY_KINDS = ['odds', 'points'] as const;

/** SHA-256 of the canonical JSON of a policy. */
export const policyHash = z.string().regex(/^[\da-f]{64}$/);

const about = {
  policyId: z.guid(),
  kind: z.enum(POLICY_KINDS),
  name: z.string(),
  hash: policyHash,
  on: dayText,
} as const;
/** Canonical JSON (RFC 8785): the text whose SHA-256 is the hash. */
const document = z.string();

export const POLICY_SHIPPED = 'liuqu.policy.policy-shipped.v1';
export const policyShipped = z.strictObject({ ...about, document });

export const APPROVAL_ASKED = 'liuqu.policy.approval-asked.v1';
export const approvalAsked = z.strictObject(about);

export const APPROVAL_REFUSED = 'liuqu.policy.approval-refused.v1';
export const approvalRefused = z.strictObject(about);

export const POLICY_APPROVED = 'liuqu.policy.policy-approved.v1';
export const policyApproved = z.strictObject({ ...about, document });

export const POLICY_WENT_LIVE = 'liuqu.policy.policy-went-live.v1';
export const policyWentLive = z.strictObject(about);

export const POLICY_RETIRED = 'liuqu.policy.policy-retired.v1';
export const policyRetired = z.strictObject(about);
