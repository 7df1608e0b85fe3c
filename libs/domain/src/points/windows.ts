import { type Day, dayOf } from '#domain/calendar/day';
import { cycleOf, monthsAfter, type Period, periodOf } from '#domain/calendar/months';
import type { Lasts, Window } from '#domain/points/scheme';

/** The first day on which what happened on a day lies outside the window. */
export function windowEnd(window: Window, day: Day): Day {
  switch (window.kind) {
    case 'rolling':
      return monthsAfter(day, window.months);
    case 'calendar':
      return periodOf(window.period, day).until;
    case 'cycle':
      return cycleOf({ start: dayOf(window.from), months: window.months }, day).until;
  }
}

/** The first day on which an effect that begins on a day no longer holds; undefined where that does not follow from the day. */
export function effectEnd(lasts: Lasts, from: Day): Day | undefined {
  switch (lasts.kind) {
    case 'months':
      return monthsAfter(from, lasts.months);
    case 'calendar':
      return periodOf(lasts.period, from).until;
    case 'while':
    case 'field':
      return undefined;
  }
}

export const periodNumber = (period: Period, day: Day): number => periodOf(period, day).number;
