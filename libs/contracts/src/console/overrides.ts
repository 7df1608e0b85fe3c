import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { reasonOf } from '#contracts/console/written-by-people';
import { LEVELS } from '#contracts/risk/risk-events';
import { subjectKey } from '#contracts/risk/subject-key';

const reason = reasonOf(5);

/** POST /api/v1/overrides; `until` is the last day on which it holds. */
export const overrideAsked = z.strictObject({ subject: subjectKey, level: z.enum(LEVELS), until: z.iso.date(), reason });
export type OverrideAskedFor = z.infer<typeof overrideAsked>;
/** POST /api/v1/overrides/:id/refusal and …/lifting */
export const overrideReason = z.strictObject({ reason });

const said = z.strictObject({ by: z.string(), on: dayText, reason: z.string() });

/** A level that two persons set beside the computed one; shown beside it, never instead. */
export const overrideRow = z.strictObject({
  id: z.guid(),
  level: z.enum(LEVELS),
  until: z.iso.date(),
  state: z.enum(['waiting', 'holding', 'refused', 'lifted', 'expired']),
  asked: said,
  decided: z.strictObject({ by: z.string(), on: dayText, reason: z.string().nullable() }).nullable(),
  lifted: said.nullable(),
});
export type OverrideRow = z.infer<typeof overrideRow>;

export const overrideMade = z.strictObject({ id: z.guid(), state: overrideRow.shape.state });
export type OverrideMade = z.infer<typeof overrideMade>;
