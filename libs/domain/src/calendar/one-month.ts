import { type Day, dateOf, dayOf } from '#domain/calendar/day';

const MONTHS = 12;

/**
 * One month from a day ends on the same day of the next month, or on its last day where it has no such day.
 * @throws RangeError where the next month lies beyond the year 9999
 * @see domain clocks
 */
export function oneMonthAfter(day: Day): Day {
  const [year, month, dayOfMonth] = dateOf(day).split('-').map(Number) as [number, number, number];
  const lastOfNext = firstOf(year, month + 2) - 1;
  return Math.min(firstOf(year, month + 1) + dayOfMonth - 1, lastOfNext);
}

/** @param month 1 to 14: January and February of the next year are 13 and 14 */
function firstOf(year: number, month: number): Day {
  const inNextYear = month > MONTHS;
  const [of, monthOf] = inNextYear ? [year + 1, month - MONTHS] : [year, month];
  return dayOf(`${String(of).padStart(4, '0')}-${String(monthOf).padStart(2, '0')}-01`);
}
