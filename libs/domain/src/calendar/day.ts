/** A civil date (Asia/Shanghai) as the number of days since 2000-01-01, which is day 0; earlier dates are negative. */
export type Day = number;

const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
const DAY_ZERO_FROM_MARCH_OF_YEAR_0 = 730_425;
const DAY_ZERO_FROM_1970 = 10_957;
const MILLIS_PER_DAY = 86_400_000;
const SHANGHAI_OFFSET_MILLIS = 28_800_000;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/**
 * @param date 'YYYY-MM-DD' in the Gregorian calendar
 * @throws RangeError 'not-a-date' for any other text and for days that do not exist
 */
export function dayOf(date: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (parts === null || day < 1 || day > monthLength(year, month)) throw new RangeError('not-a-date');
  // Years are counted from March, so that the leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAY_ZERO_FROM_MARCH_OF_YEAR_0;
}

/**
 * @returns the date as 'YYYY-MM-DD'
 * @throws RangeError 'not-a-day' outside the years 0000 to 9999
 */
export function dateOf(day: Day): string {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) throw new RangeError('not-a-day');
  const shifted = day + DAY_ZERO_FROM_MARCH_OF_YEAR_0;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapless = dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor(leapless / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** The civil date in Shanghai at an instant, by the fixed offset UTC+8 in force since 1991. */
export function dayInShanghai(epochMillis: number): Day {
  return Math.floor((epochMillis + SHANGHAI_OFFSET_MILLIS) / MILLIS_PER_DAY) - DAY_ZERO_FROM_1970;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

const FIRST_DAY = dayOf('0000-01-01');
const LAST_DAY = dayOf('9999-12-31');
