import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { correctionGround, loweredSignal } from '#contracts/risk/risk-corrections';
import { DISPOSITIONS, LEVELS, MOST_REASONS, reason, restOfReasons } from '#contracts/risk/risk-events';
import { CHANNELS } from '#contracts/topics';

export const CANDIDATE_STATES = ['held', 'proposed', 'dismissal-asked', 'dismissed', 'taken', 'withdrawn'] as const;

/** The gate is shut below 函询. */
const CANDIDATE_LEVELS = ['inquiry', 'priority'] as const;

export const candidateFilters = {
  state: z
    .enum([...CANDIDATE_STATES, 'open'])
    .optional()
    .describe('open: proposed or dismissal-asked; held: beyond the most a day, waiting for a person to let it go.'),
  level: z.enum(CANDIDATE_LEVELS).optional().describe('As of the proposal.'),
  unit: z.string().max(32).optional().describe('Whose cadre holds a post today in this unit or in one under it, shown with that post.'),
  category: z.enum(CADRE_CATEGORIES).optional().describe('Of the cadre.'),
  channel: z.enum(CHANNELS).optional().describe('Of any of the frozen reasons: what was weighed, not what contributes today.'),
  basis: z
    .enum(['changed', 'to-review'])
    .optional()
    .describe(
      'changed: something of what it was proposed by has fallen away; to-review: after it was decided, and nobody has looked since.',
    ),
} as const;

export const candidatesQuestion = z.strictObject({
  ...candidateFilters,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What people did to a candidate, in turn; a refusal from before reasons were asked for has none. */
export const COURSE_ACTS = ['released', 'dismissal-asked', 'dismissal-refused', 'dismissed', 'taken', 'upheld', 'withdrawn'] as const;
export const courseStep = z.strictObject({ at: z.string(), act: z.enum(COURSE_ACTS), by: z.string(), reason: z.string().nullable() });

/** What of the basis of a candidate has fallen away, by one event; what is named is told in codes. */
export const candidateBasisChange = z.strictObject({
  day: dayText,
  ground: correctionGround,
  causeFell: z.boolean().describe('Whether the very event that proposed it would not have proposed it.'),
  holds: z.boolean().describe('Whether the level and the gate were there after it.'),
  level: z.enum(LEVELS),
  e: z.int(),
  p: z.int(),
  lowered: z.array(loweredSignal),
});
export type CandidateBasisChange = z.infer<typeof candidateBasisChange>;

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
  basisChanged: z.boolean().describe('Something of what it was proposed by has fallen away since.'),
  toReview: z.boolean().describe('It was decided before that, and nobody has looked at the decision since.'),
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
  /** The oldest first. */
  basisChanges: z.array(candidateBasisChange),
  /** The day of the data. */
  day: dayText,
});
export type CandidateFile = z.infer<typeof candidateFile>;

/** Why somebody decides about candidates as they do. */
export const candidateReason = z.string().trim().min(1).max(500);

/** POST /api/v1/candidates/{id}/dismissal, by the handler. */
export const dismissalAsked = z.strictObject({ reason: candidateReason });
/** POST /api/v1/candidates/{id}/dismissal/refusal, by the head of the handling office. */
export const dismissalRefused = z.strictObject({ reason: candidateReason });
/** POST /api/v1/candidates/{id}/release, by the head of the handling office. */
export const candidateRelease = z.strictObject({ reason: candidateReason });
/** POST /api/v1/candidates/{id}/review, by the head of the handling office. */
export const decisionReview = z.strictObject({
  opinion: z.enum(['upheld', 'withdrawn']).describe('upheld: the decision stands; withdrawn: what was taken goes no further (T28).'),
  reason: candidateReason,
});
/** POST /api/v1/candidates/{id}/taking, by case management (T2). */
export const taking = z.strictObject({ clueNumber: z.string().trim().min(1).max(40) });
