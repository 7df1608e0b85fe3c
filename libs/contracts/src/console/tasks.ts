import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';

/** GET /api/v1/tasks: what work on a cadre is at hand, for who is about to say what a read is for; ids and days, nothing else. */
export const tasksQuestion = z.strictObject({ cadre: z.string().min(1).max(64) });

export const tasksAnswer = z.strictObject({
  /** Candidates that are open or were decided a short time ago, the newest first. */
  items: z.array(z.strictObject({ id: z.guid(), proposedOn: dayText })),
});
export type TasksAnswer = z.infer<typeof tasksAnswer>;
