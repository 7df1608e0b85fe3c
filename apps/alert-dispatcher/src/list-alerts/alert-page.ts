import { z } from 'zod';
import { alertRaised } from '#contracts/alerts/alert-raised.v1';

export const alertsQuestion = z.strictObject({
  /** Only alerts after this place. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const alertPage = z.strictObject({
  items: z.array(z.strictObject({ seq: z.int(), alert: alertRaised })),
  /** The next `after`; null where the page ends with the newest alert. */
  next: z.int().nullable(),
});
export type AlertPage = z.infer<typeof alertPage>;
