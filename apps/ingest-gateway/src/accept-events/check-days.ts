import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { dayToCome } from '#contracts/signals/fields';
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

/** Nothing that is in force lasts longer; a day beyond was mistyped. */
const MOST_YEARS_AHEAD = 20;

/** The places of a schema's dates: of what happened, and of what may lie ahead. */
interface Days {
  readonly past: readonly Path[];
  readonly ahead: readonly Path[];
}

const known = new WeakMap<z.ZodType, Days>();

/** Found once. */
export function daysIn(schema: z.ZodType): Days {
  const found = known.get(schema) ?? { past: findDays(schema, dayText, ['data']), ahead: findDays(schema, dayToCome, ['data']) };
  known.set(schema, found);
  return found;
}

function findDays(schema: unknown, sought: z.ZodType, at: Path): readonly Path[] {
  if (schema === sought) return [at];
  if (schema instanceof z.ZodOptional) return findDays(schema.unwrap(), sought, at);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, inner]) => findDays(inner, sought, [...at, name]));
}

/**
 * Every date that the event gives lies between the landmark and the day on which the event is received (both included), one that may
 * lie ahead no further than twenty years after it, and a period ends no earlier than it begins.
 * @throws Problem 422 naming each date that does not
 */
export function checkDays(event: Dated, schema: z.ZodType, signal: SignalType | undefined, receivedOn: string): void {
  const { past, ahead } = daysIn(schema);
  const places = past.flatMap((path) => placeOfDay(valueAt(event, path), path, signal, receivedOn));
  places.push(...ahead.flatMap((path) => placeOfDayAhead(valueAt(event, path), path, signal, receivedOn)));
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

function placeOfDayAhead(day: unknown, path: Path, signal: SignalType | undefined, receivedOn: string): ProblemPlace[] {
  const last = `${Number(receivedOn.slice(0, 4)) + MOST_YEARS_AHEAD}${receivedOn.slice(4)}`;
  if (typeof day !== 'string' || day <= last) return placeOfDay(day, path, signal, last);
  const detail = `「${labelOf(path, signal)}」晚于接收日 ${receivedOn} ${MOST_YEARS_AHEAD} 年以上，请核对年份。`;
  return [{ pointer: pointerTo(path), code: 'date-too-far-ahead', detail }];
}

/** ISO dates compare as texts. */
function placeOfPeriod(event: Dated, signal: SignalType | undefined): ProblemPlace[] {
  const [begin, end] = PERIOD;
  const [from, to] = [valueAt(event, begin), valueAt(event, end)];
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return [];
  const detail = `「${labelOf(begin, signal)}」晚于「${labelOf(end, signal)}」，请核对。`;
  return [{ pointer: pointerTo(begin), code: 'period-reversed', detail }];
}
