import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { correctionGround, toldEdge } from '#contracts/risk/risk-corrections';
import { subjectKey } from '#contracts/risk/subject-key';

/** What an alert said no longer holds, or with other numbers: matched by the id of the alert. Thin as the alert itself. */
export const ALERT_CORRECTED = 'liuqu.alert.corrected.v1';
export const alertCorrected = z.strictObject({
  correctionId: z.guid(),
  alertId: z.guid().describe('Of the alert that is corrected.'),
  subject: subjectKey,
  day: dayText.describe('On which it was corrected.'),
  ground: correctionGround,
  reason: z.string().describe('What holds now and why, as a sentence; of no text that somebody wrote.'),
  said: toldEdge.nullable().describe('What the alert said until now; null where it said nothing, or nothing any more.'),
  now: toldEdge.nullable().describe('What the alert says from now on; null: it is void.'),
  later: z
    .strictObject({ alertId: z.guid(), day: dayText })
    .nullable()
    .describe('The alert by which the level was reached all the same, on that day or a later one.'),
  raises: z.boolean().describe('Whether the level is higher by it than just before: it alarms like an alert.'),
});
export type AlertCorrected = z.infer<typeof alertCorrected>;
