import { textsOf } from '../texts/texts';

const words = textsOf('words');

const MILLIS_A_DAY = 86_400_000;

/** A civil date as milliseconds of its midnight in UTC: the charts count in UTC, so no time zone shifts a day. */
export function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function dayOfInstant(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / MILLIS_A_DAY);
}

const WRITTEN = new Intl.DateTimeFormat(words.formats, { dateStyle: 'medium', timeZone: 'UTC' });

/** `2026-04-07` as it is written in a sentence: 2026年4月7日, or 7 Apr 2026. */
export const writtenDay = (day: string): string => WRITTEN.format(instantOf(day));

/** An instant in Shanghai as `2026-04-07 16:12`. */
export function writtenInstant(instant: string): string {
  const shanghai = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shanghai.slice(0, 10)} ${shanghai.slice(11, 16)}`;
}
