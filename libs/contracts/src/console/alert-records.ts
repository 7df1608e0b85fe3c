import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { CORRECTION_GROUNDS, toldEdge } from '#contracts/risk/risk-corrections';
import { LEVELS } from '#contracts/risk/risk-events';

/** Whether an alert still says what it said. */
export const ALERT_STATES = ['standing', 'corrected', 'void'] as const;

export const alertRecordsQuestion = z.strictObject({
  state: z
    .enum(ALERT_STATES)
    .optional()
    .describe('standing: as it was told; corrected: it says something else now; void: it says nothing any more.'),
  level: z.enum(LEVELS).optional().describe('To which the alert said that the level rose.'),
  unit: z.string().max(32).optional().describe('Whose cadre holds a post today in this unit or in one under it, and those units.'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AlertRecordsQuestion = z.infer<typeof alertRecordsQuestion>;

/** One alert and what has become of it. */
export const alertRecord = z.strictObject({
  alertId: z.guid(),
  subject: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
  at: z.string().describe('When it was told.'),
  state: z.enum(ALERT_STATES),
  said: toldEdge.nullable().describe('null: told by a correction alone, as the level had been reached by what fell away.'),
  correction: z
    .strictObject({
      day: dayText,
      ground: z.enum(CORRECTION_GROUNDS),
      now: toldEdge.nullable(),
      raises: z.boolean().describe('Whether the level rose again by the correction.'),
      laterDay: dayText.nullable().describe('On which the level was reached all the same, by another event.'),
    })
    .nullable(),
});
export type AlertRecord = z.infer<typeof alertRecord>;

export const alertRecordPage = z.strictObject({ items: z.array(alertRecord), next: z.string().nullable() });
export type AlertRecordPage = z.infer<typeof alertRecordPage>;
