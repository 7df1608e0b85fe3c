import { z } from 'zod';
import type { SignalField } from '#contracts/signals/define-signal';

/** A field whose values are known beforehand: given words, whole numbers, yes or no, days. Free text is none. */
export type ClosedField = { readonly label: string; readonly optional: boolean } & (
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'day' }
);

/** What a closed field may say. */
export const closedValue = z.union([z.string().max(40), z.int(), z.boolean()]);
export type ClosedValue = z.infer<typeof closedValue>;

type ClosedKind = ClosedField extends infer Kind ? (Kind extends ClosedField ? Omit<Kind, 'label' | 'optional'> : never) : never;

function kindOf(schema: z.ZodType): ClosedKind | undefined {
  if (schema instanceof z.ZodEnum) return { kind: 'one-of', values: schema.options.map(String) };
  if (schema instanceof z.ZodNumber && schema.isInt && schema.minValue !== null && schema.maxValue !== null)
    return { kind: 'whole', least: schema.minValue, most: schema.maxValue };
  if (schema instanceof z.ZodBoolean) return { kind: 'yes-no' };
  return schema instanceof z.ZodISODate ? { kind: 'day' } : undefined;
}

/** Told by the schema, so that a field cannot be closed and hold free text: undefined for whatever else there is. */
export function closedField({ label, schema }: SignalField): ClosedField | undefined {
  const optional = schema instanceof z.ZodOptional;
  const kind = kindOf(optional ? (schema.unwrap() as z.ZodType) : schema);
  return kind === undefined ? undefined : { label, optional, ...kind };
}

/** The closed fields of a type, by name. */
export function closedFieldsOf(fields: Readonly<Record<string, SignalField>>): Readonly<Record<string, ClosedField>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const closed = closedField(field);
      return closed === undefined ? [] : [[name, closed]];
    }),
  );
}

/** What a signal says in its closed fields; nothing else of what was sent passes. */
export function closedValuesOf(
  fields: Readonly<Record<string, SignalField>>,
  sent: Readonly<Record<string, unknown>>,
): Readonly<Record<string, ClosedValue>> {
  return Object.fromEntries(
    Object.keys(closedFieldsOf(fields)).flatMap((name) => {
      const value = closedValue.safeParse(sent[name]);
      return value.success ? [[name, value.data]] : [];
    }),
  );
}
