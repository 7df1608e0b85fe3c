import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';

const reason = z
  .string()
  .trim()
  .min(5)
  .max(200)
  .refine((text) => !text.includes('\0'));
const unitCode = z
  .string()
  .trim()
  .min(1)
  .max(32)
  .refine((text) => !text.includes('\0'));

/** POST /api/v1/moves; `to` is whom the signals are really about, null where nobody knows: they go back to be matched. */
export const moveAsked = z.strictObject({
  signals: z
    .array(z.guid())
    .min(1)
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'named-twice' }),
  to: z.union([z.strictObject({ cadreId: z.string().regex(/^[\w:-]{1,64}$/) }), z.strictObject({ unitCode })]).nullable(),
  reason,
});
export type MoveAskedFor = z.infer<typeof moveAsked>;
/** POST /api/v1/moves/:id/refusal */
export const moveRefused = z.strictObject({ reason });

export const MOVE_STATES = ['waiting', 'done', 'refused'] as const;
export const moveMade = z.strictObject({ id: z.guid(), state: z.enum(MOVE_STATES) });
export type MoveMade = z.infer<typeof moveMade>;

/** GET /api/v1/moves */
export const movesQuestion = z.strictObject({
  signal: z.guid().optional().describe('Those of one signal, decided ones too; without it those that wait.'),
});
export type MovesQuestion = z.infer<typeof movesQuestion>;

const named = z.strictObject({ id: z.string(), name: z.string() });

export const moveRow = z.strictObject({
  id: z.guid(),
  state: z.enum(MOVE_STATES),
  signals: z.array(z.guid()),
  from: named,
  to: named.nullable().describe('null: back to be matched.'),
  reason: z.string(),
  askedBy: z.string(),
  askedOn: dayText,
  decidedBy: z.string().nullable(),
  decidedOn: dayText.nullable(),
  refusedBecause: z.string().nullable(),
});
export type MoveRow = z.infer<typeof moveRow>;
export const moveRows = z.strictObject({ items: z.array(moveRow).max(200) });
export type MoveRows = z.infer<typeof moveRows>;
