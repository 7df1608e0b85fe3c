import { z } from 'zod';
import { alertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { alertRaised } from '#contracts/alerts/alert-raised.v1';

export const alertsQuestion = z.strictObject({
  /** Only alerts and corrections after this place. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const alertPage = z.strictObject({
  items: z.array(
    z.strictObject({
      seq: z.int(),
      alert: alertRaised.nullable().describe('null where a correction has its own place.'),
      correction: alertCorrected.nullable().describe('Beside an alert the latest of it: the alert is void or says something else.'),
    }),
  ),
  /** The next `after`; null where the page ends with the newest. */
  next: z.int().nullable(),
});
export type AlertPage = z.infer<typeof alertPage>;
