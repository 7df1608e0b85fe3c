import { type Day, dateOf, dayOf } from '#domain/calendar/day';

const MONTHS_OF_YEAR = 12;

/** Months of a period of the calendar. */
export const PERIODS = { month: 1, quarter: 3, 'half-year': 6, year: MONTHS_OF_YEAR } as const;
export type Period = keyof typeof PERIODS;

/** One of the equal stretches of whole months into which time is cut. */
export interface Stretch {
  /** Consecutive ones have consecutive numbers. */
  readonly number: number;
  readonly from: Day;
  /** The first day after it. */
  readonly until: Day;
}

/**
 * Some months from a day ends on the same day of that month, or on its last day where it has no such day.
 * @throws RangeError where that lies beyond the years 0000 to 9999
 * @see domain clocks; safeguards 9: an effect ends the day before the corresponding date
 */
export function monthsAfter(day: Day, months: number): Day {
  const { month, dayOfMonth } = monthOf(day);
  const lastDay = firstOf(month + months + 1) - 1;
  return Math.min(firstOf(month + months) + dayOfMonth - 1, lastDay);
}

/** The month, quarter, half-year or year of the calendar in which a day lies. */
export function periodOf(period: Period, day: Day): Stretch {
  const length = PERIODS[period];
  const { month } = monthOf(day);
  const number = (month - (month % length)) / length;
  return { number, from: firstOf(number * length), until: firstOf((number + 1) * length) };
}

/** The stretch in which a day lies, of those of `months` each that are counted from `start` on, backwards too. */
export function cycleOf({ start, months }: { readonly start: Day; readonly months: number }, day: Day): Stretch {
  const apart = monthOf(day).month - monthOf(start).month;
  let number = (apart - (((apart % months) + months) % months)) / months;
  if (monthsAfter(start, number * months) > day) number -= 1;
  return { number, from: monthsAfter(start, number * months), until: monthsAfter(start, (number + 1) * months) };
}

/** Months are numbered from January of the year 0000, which is 0. */
function monthOf(day: Day): { readonly month: number; readonly dayOfMonth: number } {
  const [year, month, dayOfMonth] = dateOf(day).split('-').map(Number) as [number, number, number];
  return { month: year * MONTHS_OF_YEAR + month - 1, dayOfMonth };
}

function firstOf(month: number): Day {
  const ofYear = month % MONTHS_OF_YEAR;
  const year = (month - ofYear) / MONTHS_OF_YEAR;
  return dayOf(`${String(year).padStart(4, '0')}-${String(ofYear + 1).padStart(2, '0')}-01`);
}
