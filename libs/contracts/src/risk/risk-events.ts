import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { subjectKey } from '#contracts/risk/subject-key';

/** What the projector announces on `risk.events.v1`, keyed by the subject. */
export const LEVELS = ['none', 'watch', 'remind', 'inquiry', 'priority'] as const;
export type LevelName = (typeof LEVELS)[number];

/** An event raised the level of a subject: one upward edge. E and P in milli-points. */
export const LEVEL_RAISED = 'liuqu.risk.level-raised.v1';
export const levelRaised = z.strictObject({
  subject: subjectKey,
  /** The event that raised it. */
  cause: z.guid(),
  from: z.enum(LEVELS),
  to: z.enum(LEVELS),
  day: dayText,
  e: z.int(),
  p: z.int(),
  policy: z.string(),
});
export type LevelRaised = z.infer<typeof levelRaised>;

/** One frozen reason of a candidate: a signal and the milli-points that it contributed when the candidate was announced. */
export const reason = z.strictObject({
  eventId: z.string(),
  code: z.string(),
  channel: z.string(),
  matter: z.string(),
  day: dayText,
  status: z.string(),
  grade: z.string(),
  part: z.int(),
});
export type Reason = z.infer<typeof reason>;

/** How many reasons a candidate is frozen with, the weightiest first; what is beyond them is one sum. */
export const MOST_REASONS = 10;
/** So many matters a candidate remembers, the weightiest first: an event of one beyond them counts as news, rather too often than never. */
export const MOST_MATTERS = 500;

/** The signals beyond the frozen reasons: how many contributed, and their milli-points together. */
export const restOfReasons = z.strictObject({ count: z.int().min(0), part: z.int().min(0) });

export const DISPOSITIONS = ['talk-or-inquiry', 'preliminary-verification', 'suspended', 'closed'] as const;

/** After this event the level is 函询 or higher and the gate is open; the workflow decides whether that proposes anything. */
export const GATE_PASSED = 'liuqu.risk.gate-passed.v1';
export const gatePassed = z.strictObject({
  subject: subjectKey,
  cause: z.guid(),
  causeMatter: z.string().optional(),
  causeRaisesStatus: z.boolean(),
  /** Whether level and gate were already there before this event. */
  heldBefore: z.boolean(),
  level: z.enum(LEVELS),
  day: dayText,
  e: z.int(),
  p: z.int(),
  leadingMatter: z.string(),
  reasons: z.array(reason).max(MOST_REASONS),
  rest: restOfReasons,
  /** Of all signals that contributed, so that the workflow knows what a decision has weighed. */
  matters: z.array(z.string()).max(MOST_MATTERS),
  recommended: z.strictObject({ disposition: z.enum(DISPOSITIONS), reasons: z.array(z.string()) }),
  policy: z.string(),
});
export type GatePassed = z.infer<typeof gatePassed>;
