import { z } from 'zod';
import { askedDay } from '#contracts/cloud-events/day-text';
import { type Day, dayOf } from '#domain/calendar/day';
import { Problem } from '#platform/http/problem';
import { civilDate, type Clock } from '#platform/time/clock';

/** Questions about a day: today, unless another is named. */
export const dayQuestion = z.strictObject({ asOf: askedDay.optional() });
export type DayQuestion = z.infer<typeof dayQuestion>;

const YEARS_AHEAD_IN_DAYS = 3_650;

export const today = (clock: Clock): Day => dayOf(civilDate(clock.now()));

/**
 * From 2000-01-01, which is day 0, to ten years ahead.
 * @throws Problem 400 for other days
 */
export function dayAsked(asOf: string | undefined, clock: Clock): Day {
  const now = today(clock);
  if (asOf === undefined) return now;
  const day = dayOf(asOf);
  if (day >= 0 && day <= now + YEARS_AHEAD_IN_DAYS) return day;
  throw new Problem(400, 'question-not-understood', '查询条件有误。', [
    { pointer: '/asOf', code: 'day-out-of-range', detail: '日期须在 2000-01-01 至今后十年之间。' },
  ]);
}
