import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import type { SignalType } from '#contracts/signals/define-signal';
import { Problem, type ProblemPlace } from '#platform/http/problem';
import { civilDate } from '#platform/time/clock';
import { labelOf } from './field-labels';
import { pointerTo, valueAt } from '#platform/json/pointer';

/** The landmark of the risk model; no earlier day can be counted (design: risk-model 1). */
export const FIRST_DAY = '2000-01-01';

export interface Dated {
  readonly time: string;
  readonly data: unknown;
}

type Path = readonly string[];

/** The first and the last day of what happened, in every signal. */
const PERIOD = [
  ['data', 'periodFrom'],
  ['data', 'periodTo'],
] as const;

const known = new WeakMap<z.ZodType, readonly Path[]>();

/** The places where a schema has a date, found once. */
export function daysIn(schema: z.ZodType): readonly Path[] {
  const found = known.get(schema) ?? findDays(schema, ['data']);
  known.set(schema, found);
  return found;
}

function findDays(schema: unknown, at: Path): readonly Path[] {
  if (schema === dayText) return [at];
  if (schema instanceof z.ZodOptional) return findDays(schema.unwrap(), at);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, inner]) => findDays(inner, [...at, name]));
}

/**
 * Every date that the event gives lies between the landmark and the day on which the event is received (both included), and a period
 * ends no earlier than it begins.
 * @throws Problem 422 naming each date that does not
 */
export function checkDays(event: Dated, schema: z.ZodType, signal: SignalType | undefined, receivedOn: string): void {
  const places = daysIn(schema).flatMap((path) => placeOfDay(valueAt(event, path), path, signal, receivedOn));
  places.push(...placeOfDay(civilDate(new Date(event.time)), ['time'], signal, receivedOn), ...placeOfPeriod(event, signal));
  const [first] = places;
  if (first) throw new Problem(422, first.code, places.map((place) => place.detail).join(''), places);
}

function placeOfDay(day: unknown, path: Path, signal: SignalType | undefined, receivedOn: string): ProblemPlace[] {
  if (typeof day !== 'string') return [];
  const label = `「${labelOf(path, signal)}」`;
  if (day < FIRST_DAY) return [{ pointer: pointerTo(path), code: 'date-before-2000', detail: `${label}早于 ${FIRST_DAY}，不能登记。` }];
  if (day > receivedOn)
    return [{ pointer: pointerTo(path), code: 'date-in-the-future', detail: `${label}晚于接收日 ${receivedOn}，请核对。` }];
  return [];
}

/** ISO dates compare as texts. */
function placeOfPeriod(event: Dated, signal: SignalType | undefined): ProblemPlace[] {
  const [begin, end] = PERIOD;
  const [from, to] = [valueAt(event, begin), valueAt(event, end)];
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return [];
  const detail = `「${labelOf(begin, signal)}」晚于「${labelOf(end, signal)}」，请核对。`;
  return [{ pointer: pointerTo(begin), code: 'period-reversed', detail }];
}
