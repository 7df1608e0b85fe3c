import type { Day } from '#domain/calendar/day';
import { monthsAfter } from '#domain/calendar/months';

/**
 * One month from a day ends on the same day of the next month, or on its last day where it has no such day.
 * @throws RangeError where the next month lies beyond the year 9999
 * @see domain clocks
 */
export const oneMonthAfter = (day: Day): Day => monthsAfter(day, 1);
