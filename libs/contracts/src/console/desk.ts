import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { LEVELS } from '#contracts/risk/risk-events';

export const TASK_KINDS = [
  'give-opinion',
  'confirm-dismissal',
  'take',
  'decision-to-review',
  'name-subject',
  'confirm-move',
  'confirm-override',
  'approve-policy',
] as const;
export const MOST_TASKS = 20;
export const DAYS_OF_PROPOSALS = 30;

const deskTask = z.strictObject({
  kind: z.enum(TASK_KINDS),
  id: z
    .string()
    .describe(
      'Of the candidate; of the event for a signal whose subject has to be named, or was wrong; of the policy; of the subject whose level is to be overridden.',
    ),
  /** As the signal names it, where the subject is still to be named; the name of a policy. */
  name: z.string().nullable(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
  /** The day since which it waits. */
  since: dayText,
  /** Only candidates have one. */
  dueOn: dayText.nullable(),
  overdue: z.boolean(),
  basisChanged: z.boolean().describe('Something of what the candidate was proposed by has fallen away.'),
});
export type DeskTask = z.infer<typeof deskTask>;

/** GET /api/v1/desk */
export const deskAnswer = z.strictObject({
  tasks: z.strictObject({
    /** What a second person is asked for first; then by the day on which they are due, or since which they wait; then by id. */
    items: z.array(deskTask).max(MOST_TASKS),
    total: z.int(),
  }),
  /** Cadres at each level above none. */
  levels: z.array(z.strictObject({ level: z.enum(LEVELS), count: z.int() })),
  openCandidates: z.int(),
  /** Each of the last thirty days, today the last. */
  proposals: z.array(z.strictObject({ day: dayText, count: z.int() })).length(DAYS_OF_PROPOSALS),
  /** By which what is overdue is told. */
  today: dayText,
  /** The day of the oldest number that is counted in the levels. */
  day: dayText,
});
export type DeskAnswer = z.infer<typeof deskAnswer>;
