import { z } from 'zod';
import { SUBJECT_KINDS } from '#contracts/signals/common';
import { dayText } from '#contracts/cloud-events/day-text';

export const triageQuestion = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TriageQuestion = z.infer<typeof triageQuestion>;

export const triageItem = z.strictObject({
  eventId: z.guid(),
  /** An item about a unit is settled by naming a unit, one about a person by naming a cadre. */
  about: z.enum(SUBJECT_KINDS),
  /** The subject in the words of the sender. */
  named: z.string().nullable(),
  unitCode: z.string().nullable(),
  post: z.string().nullable(),
  /** What kind of signal or post fact it is. */
  label: z.string(),
  channel: z.string(),
  receivedOn: dayText,
  /** Likeliest first; each with the reasons for which it is one. */
  candidates: z.array(
    z.strictObject({
      cadreId: z.string(),
      name: z.string(),
      post: z.string().nullable(),
      unitName: z.string().nullable(),
      reasons: z.array(z.string()),
    }),
  ),
  /** Later messages about it that are released or refused with it. */
  waiting: z.int(),
});
export type TriageItem = z.infer<typeof triageItem>;

export const triagePage = z.strictObject({ items: z.array(triageItem), next: z.string().nullable() });
export type TriagePage = z.infer<typeof triagePage>;
