import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';

export const MOST_PARKED = 50;

/** GET /api/v1/operations: how the installation does; no person, no content, no key. Ages are whole seconds. */
export const operationsAnswer = z.strictObject({
  /** When it was looked up. */
  at: z.string(),
  apps: z.array(z.strictObject({ app: z.string(), ready: z.boolean() })),
  consumers: z.array(
    z.strictObject({
      group: z.string(),
      topic: z.string(),
      /** Records that the group, all its members together, has not stored; null while the log does not answer. */
      behind: z.int().nullable(),
      /** Since the oldest of them was appended; 0 when there is none. */
      oldest: z.int().nullable(),
    }),
  ),
  outboxes: z.array(z.strictObject({ writer: z.string(), rows: z.int(), held: z.int(), oldest: z.int() })),
  parked: z.strictObject({
    count: z.int(),
    /** The oldest, at most 50. */
    items: z.array(
      z.strictObject({ group: z.string(), topic: z.string(), partition: z.int(), offset: z.int(), reason: z.string(), at: z.string() }),
    ),
  }),
  /** Candidates whose last day is watched, those whose last day is over and not yet noted, and the oldest such day. */
  dueWork: z.strictObject({
    waiting: z.int(),
    held: z.int().describe('Candidates beyond the limit of a day, waiting to be let go.'),
    late: z.int(),
    oldest: dayText.nullable(),
    queueAnswers: z.boolean(),
  }),
  /** Readings that lack an event, and the day to which the least recent reading was brought. */
  readings: z.strictObject({ incomplete: z.int(), shownOn: dayText.nullable() }),
  schema: z.strictObject({ changes: z.int(), latest: z.string() }),
});
export type OperationsAnswer = z.infer<typeof operationsAnswer>;
