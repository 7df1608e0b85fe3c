import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import type { SignalType } from '#contracts/signals/define-signal';
import { dateOf, type Day } from '#domain/calendar/day';
import { PHRASES } from './phrases';
import type { Random } from './random';

/** Above this an integer counts something (yuan, people, copies); below it is measured against another field, as a score against its pass mark. */
const COUNTS_FROM = 10_000;
/** How long what lies ahead lasts, such as the effect of a sanction. */
const AHEAD_DAYS = 180;

/**
 * Fields that fit the contract of a type, made from its schemas, so that a new type needs nothing here. A choice is drawn, an
 * amount varies about its example, a day lies shortly before the occurrence, a text is the example or one of the phrases.
 */
export function fieldsOfType(random: Random, { code, fields }: SignalType, occurred: Day): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { schema, example }]) => {
      const phrases = PHRASES[`${code}/${name}`];
      return [name, phrases ? random.pick(phrases) : valueOf(random, schema, { example, occurred })];
    }),
  );
}

interface Known {
  readonly example: unknown;
  readonly occurred: Day;
}

function valueOf(random: Random, schema: z.ZodType, { example, occurred }: Known): unknown {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (inner === dayText) return dateOf(occurred - random.below(20));
  if (inner instanceof z.ZodISODate) return dateOf(occurred + AHEAD_DAYS);
  if (inner instanceof z.ZodEnum) return random.pick(inner.options);
  if (inner instanceof z.ZodBoolean) return random.chance(0.5);
  if (typeof example === 'number') return inner instanceof z.ZodNumber ? numberOf(random, inner, { example, occurred }) : example;
  return typeof example === 'string' ? textOf(random, example, occurred) : example;
}

function numberOf(
  random: Random,
  { minValue, maxValue }: z.ZodNumber,
  { example, occurred }: Known & { readonly example: number },
): number {
  const lowest = minValue ?? 0;
  const highest = maxValue ?? example;
  if (lowest === 2000 && highest === 2100) return yearOf(occurred) - 1;
  if (highest < COUNTS_FROM) return example;
  const varied = Math.round(example * (0.3 + 2 * random.next()));
  return Math.min(Math.max(varied, lowest), highest);
}

const yearOf = (day: Day): number => Number(dateOf(day).slice(0, 4));

/** Numbers of documents and clues get the year and a number of their own. */
function textOf(random: Random, example: string, occurred: Day): string {
  return example.replace(/20\d\d/, String(yearOf(occurred))).replace(/(?<=[-〕初])\d{1,2}(?=号?$)/, () => String(random.between(1, 99)));
}
