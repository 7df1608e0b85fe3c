import { z } from 'zod';
import { askedDay } from '#contracts/cloud-events/day-text';

export const OUTCOMES_OF_READS = ['answered', 'not-found', 'refused', 'failed'] as const;
export const OPINIONS_OF_REVIEWS = ['justified', 'not-justified'] as const;

const yes = z.enum(['true']).transform(() => true);

/** GET /api/v1/reads, for the auditor. */
export const readsQuestion = z.strictObject({
  person: z.string().max(64).optional(),
  subject: z.string().max(64).optional(),
  purpose: z.string().max(32).optional(),
  day: askedDay.optional(),
  outcome: z.enum(OUTCOMES_OF_READS).optional(),
  toReview: yes.optional().describe('Only reads without a task that nobody has looked at.'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ReadsQuestion = z.infer<typeof readsQuestion>;

export const readRow = z.strictObject({
  id: z.string(),
  at: z.string(),
  person: z.string(),
  role: z.string(),
  unit: z.string().nullable(),
  endpoint: z.string(),
  subject: z.string().nullable(),
  purpose: z.string().nullable(),
  task: z.string().nullable(),
  reason: z.string().nullable(),
  traceId: z.string(),
  outcome: z.enum(OUTCOMES_OF_READS),
  review: z.strictObject({ by: z.string(), at: z.string(), opinion: z.enum(OPINIONS_OF_REVIEWS), note: z.string() }).nullable(),
});
export type ReadRow = z.infer<typeof readRow>;

export const readPage = z.strictObject({ items: z.array(readRow), next: z.string().nullable() });
export type ReadPage = z.infer<typeof readPage>;

/** POST /api/v1/reads/{id}/review, once. */
export const readReview = z.strictObject({ opinion: z.enum(OPINIONS_OF_REVIEWS), note: z.string().trim().min(5).max(200) });
export type ReadReview = z.infer<typeof readReview>;
