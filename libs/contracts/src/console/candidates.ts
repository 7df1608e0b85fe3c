import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { DISPOSITIONS, LEVELS, MOST_REASONS, reason, restOfReasons } from '#contracts/risk/risk-events';
import { CHANNELS } from '#contracts/topics';

export const CANDIDATE_STATES = ['proposed', 'dismissal-asked', 'dismissed', 'taken'] as const;

/** The gate is shut below 函询. */
const CANDIDATE_LEVELS = ['inquiry', 'priority'] as const;

export const candidateFilters = {
  state: z
    .enum([...CANDIDATE_STATES, 'open'])
    .optional()
    .describe('open: proposed or dismissal-asked.'),
  level: z.enum(CANDIDATE_LEVELS).optional().describe('As of the proposal.'),
  unit: z.string().max(32).optional().describe('Whose cadre holds a post today in this unit or in one under it, shown with that post.'),
  category: z.enum(CADRE_CATEGORIES).optional().describe('Of the cadre.'),
  channel: z.enum(CHANNELS).optional().describe('Of any of the frozen reasons: what was weighed, not what contributes today.'),
} as const;

export const candidatesQuestion = z.strictObject({
  ...candidateFilters,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What people did to a candidate, in turn; a refusal from before reasons were asked for has none. */
export const COURSE_ACTS = ['dismissal-asked', 'dismissal-refused', 'dismissed', 'taken'] as const;
export const courseStep = z.strictObject({ at: z.string(), act: z.enum(COURSE_ACTS), by: z.string(), reason: z.string().nullable() });

const row = {
  id: z.guid(),
  cadreId: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
  state: z.enum(CANDIDATE_STATES),
  proposedOn: dayText,
  /** One month from the first clue (domain: inquiry 1.5, T1). */
  dueOn: dayText,
  overdue: z.boolean(),
  level: z.enum(LEVELS),
  e: z.int(),
  p: z.int(),
  disposition: z.enum(DISPOSITIONS).describe('What is recommended.'),
  decidedAt: z.string().nullable(),
} as const;

/** In lists: what tells candidates apart. Why each was proposed is told of one at a time, to who says what for. */
export const candidateRow = z.strictObject(row);
export type CandidateRow = z.infer<typeof candidateRow>;

export const candidatePage = z.strictObject({ items: z.array(candidateRow), next: z.string().nullable(), day: dayText });
export type CandidatePage = z.infer<typeof candidatePage>;

/** GET /api/v1/candidates/{id} */
export const candidateFile = z.strictObject({
  ...row,
  policy: z.string(),
  leadingMatter: z.string(),
  /** Frozen when the candidate was proposed, the weightiest first. */
  reasons: z.array(reason).max(MOST_REASONS),
  /** What contributed beyond them. */
  rest: restOfReasons,
  recommendedBecause: z.array(z.string()),
  laterEvents: z.array(z.string()),
  dismissalReason: z.string().nullable(),
  dismissalAskedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  clueNumber: z.string().nullable(),
  course: z.array(courseStep),
  /** The day of the data. */
  day: dayText,
});
export type CandidateFile = z.infer<typeof candidateFile>;

/** POST /api/v1/candidates/{id}/dismissal, by the handler. */
export const dismissalAsked = z.strictObject({ reason: z.string().trim().min(1).max(500) });
/** POST /api/v1/candidates/{id}/dismissal/refusal, by the head of the handling office. */
export const dismissalRefused = z.strictObject({ reason: z.string().trim().min(1).max(500) });
/** POST /api/v1/candidates/{id}/taking, by case management (T2). */
export const taking = z.strictObject({ clueNumber: z.string().trim().min(1).max(40) });
