import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import type { SignalField } from '#contracts/signals/define-signal';

const MOST_YUAN = 1_000_000_000_000;
/** Not `dayText`, of which the door asks that the day has come. */
export const dayToCome = z.iso.date();

/** @param longest in characters */
export const words = (label: string, longest: number, example: string): SignalField => ({
  label,
  schema: z.string().trim().min(1).max(longest),
  example,
});
export const code = (label: string, example: string): SignalField => words(label, 40, example);
export const oneOf = (label: string, values: readonly string[], example: string): SignalField => ({
  label,
  schema: z.enum(values),
  example,
});
export const whole = (label: string, [lowest, highest]: readonly [number, number], example: number): SignalField => ({
  label,
  schema: z.int().min(lowest).max(highest),
  example,
});
export const yuan = (label: string, example: number): SignalField => whole(label, [0, MOST_YUAN], example);
export const percent = (label: string, example: number): SignalField => whole(label, [0, 100], example);
export const yesOrNo = (label: string, example: boolean): SignalField => ({ label, schema: z.boolean(), example });
export const day = (label: string, example: string): SignalField => ({ label, schema: dayText, example });
/** A day that may lie ahead, such as the end of an effect. */
export const dayAhead = (label: string, example: string): SignalField => ({ label, schema: dayToCome, example });

/** The same field, which the sender may leave out. */
export const optional = (field: SignalField): SignalField => ({ ...field, schema: field.schema.optional() });
