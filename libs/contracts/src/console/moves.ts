import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { chosenSubject, reasonOf } from '#contracts/console/written-by-people';

const reason = reasonOf(5);

/** POST /api/v1/moves; `to` is whom the signals are really about, null where nobody knows: they go back to be matched. */
export const moveAsked = z.strictObject({
  signals: z
    .array(z.guid())
    .min(1)
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'named-twice' }),
  to: chosenSubject.nullable(),
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
