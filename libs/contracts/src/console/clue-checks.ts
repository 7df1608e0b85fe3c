import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { LEVELS } from '#contracts/risk/risk-events';

export const clueChecksQuestion = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ClueChecksQuestion = z.infer<typeof clueChecksQuestion>;

/** A cadre who reached 函询 or 重点 by the event `cause`, with nothing on which a 函询 could be proposed. E in milli-points. */
export const clueCheckRow = z.strictObject({
  cadreId: z.string(),
  name: z.string(),
  level: z.enum(LEVELS),
  e: z.int(),
  day: dayText,
  cause: z.guid(),
});

export const clueCheckPage = z.strictObject({ items: z.array(clueCheckRow), next: z.string().nullable() });
export type ClueCheckPage = z.infer<typeof clueCheckPage>;
