import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { LEVELS } from '#contracts/risk/risk-events';

/** Nobody has looked; somebody has; the switch was taken back before anybody did. */
export const POLICY_REVIEW_STATES = ['open', 'settled', 'lapsed'] as const;

export const policyReviewsQuestion = z.strictObject({
  state: z.enum(POLICY_REVIEW_STATES).default('open'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PolicyReviewsQuestion = z.infer<typeof policyReviewsQuestion>;

/** Somebody, or a unit, whose level of that day is higher since a switch, by the policy alone. E in milli-points. */
export const policyReviewRow = z.strictObject({
  id: z.guid(),
  subject: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
  levelBefore: z.enum(LEVELS),
  levelAfter: z.enum(LEVELS),
  eBefore: z.int(),
  eAfter: z.int(),
  day: dayText,
  policyName: z.string().nullable(),
  state: z.enum(POLICY_REVIEW_STATES),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  note: z.string().nullable(),
});

/** GET /api/v1/policy-reviews */
export const policyReviewPage = z.strictObject({ items: z.array(policyReviewRow), next: z.string().nullable() });
export type PolicyReviewPage = z.infer<typeof policyReviewPage>;

/** POST /api/v1/policy-reviews/{id}/settlement: what somebody who has looked found. */
export const reviewSettled = z.strictObject({ note: z.string().trim().min(1).max(500) });
export const settledReview = z.strictObject({ id: z.guid(), state: z.enum(POLICY_REVIEW_STATES) });
