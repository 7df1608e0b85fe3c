import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { LEVELS } from '#contracts/risk/risk-events';
import { subjectKey } from '#contracts/risk/subject-key';

/** One upward edge of one subject's level, for other systems: thin, no name, no reason; details are read under one's own account. */
export const ALERT_RAISED = 'liuqu.alert.raised.v1';
export const alertRaised = z.strictObject({
  alertId: z.guid(),
  subject: subjectKey,
  from: z.enum(LEVELS),
  to: z.enum(LEVELS),
  day: dayText,
  /** Milli-points. */
  e: z.int(),
  p: z.int(),
});
export type AlertRaised = z.infer<typeof alertRaised>;
