import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { reasonOf } from '#contracts/console/written-by-people';
import { subjectKey } from '#contracts/risk/subject-key';

export const JOINING_KINDS = ['link', 'campaign'] as const;

const reason = reasonOf(1);
const signals = (most: number) =>
  z
    .array(z.guid())
    .min(2)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'named-twice' });

/** People name signals of one subject; the matters are those of the signals. */
export const joiningAsked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), subject: subjectKey, signals: signals(50), reason }),
  z.strictObject({
    kind: z.literal('campaign'),
    subject: subjectKey,
    signals: signals(500),
    texts: z.int().min(1).max(500).describe('How many different texts.'),
    accounts: z.int().min(0).max(500).describe('How many accounts independent of one another.'),
    reason,
  }),
]);
export type JoiningAskedFor = z.infer<typeof joiningAsked>;
export const undoingAsked = z.strictObject({ reason });
export const joiningMade = z.strictObject({ id: z.guid(), state: z.enum(['made', 'undone']) });
export type JoiningMade = z.infer<typeof joiningMade>;

/** What people said belongs together; what was undone is told with who undid it and why. */
export const joiningRow = z.strictObject({
  id: z.string(),
  kind: z.enum(JOINING_KINDS),
  signals: z.array(z.string()),
  texts: z.int().nullable(),
  accounts: z.int().nullable(),
  reason: z.string(),
  by: z.string(),
  on: dayText,
  undone: z.strictObject({ by: z.string(), on: dayText, reason: z.string() }).nullable(),
});
export type JoiningRow = z.infer<typeof joiningRow>;
