import type { Day } from '#domain/calendar/day';
import { isWithin } from '#domain/points/match-item';
import type { Condition, Scheme, Threshold } from '#domain/points/scheme';
import type { Begun, DayState } from '#domain/points/day-state';
import { periodNumber, windowEnd } from '#domain/points/windows';

/** A threshold, by its key, and the day on which it was reached. */
export interface Attained {
  readonly key: string;
  readonly from: Day;
}

/** Whether one of its conditions holds on the day. */
export function isMet(scheme: Scheme, { anyOf }: Threshold, state: DayState, attained: readonly Attained[]): boolean {
  return anyOf.some((condition) => holds(scheme, condition, state, attained));
}

/** Added to the start, or deducted from it and never below zero. */
export function valueOf({ start }: Scheme, sum: number): number {
  return start.direction === 'add' ? start.value + sum : Math.max(0, start.value - sum);
}

export function sumIn({ counted }: DayState, window: string): number {
  return [...(counted.get(window)?.values() ?? [])].reduce((sum, points) => sum + points, 0);
}

function holds(scheme: Scheme, condition: Condition, state: DayState, attained: readonly Attained[]): boolean {
  switch (condition.kind) {
    case 'sum':
      return isWithin(valueOf(scheme, sumIn(state, condition.window)), condition);
    case 'count':
      return marked(condition, state).length >= condition.least;
    case 'consecutive':
      return longestRun(marked(condition, state).flatMap((bearer) => placeOf(condition.by, bearer))) >= condition.least;
    case 'reached': {
      const window = scheme.windows.find(({ key }) => key === condition.window);
      const within = attained.filter(
        ({ key, from }) => key === condition.threshold && window !== undefined && state.day < windowEnd(window, from),
      );
      return within.length >= condition.least;
    }
  }
}

function marked({ window, mark }: { readonly window: string; readonly mark: string }, { begun, counted }: DayState): readonly Begun[] {
  return begun.filter((bearer) => bearer.mark === mark && counted.get(window)?.has(bearer.id) === true);
}

function placeOf(by: Extract<Condition, { kind: 'consecutive' }>['by'], { fact, countsFrom }: Begun): readonly number[] {
  if (by !== 'number') return [periodNumber(by, countsFrom)];
  return fact.kind === 'measure' && fact.number !== undefined ? [fact.number] : [];
}

/** How many whole numbers there are one after the other, at most. */
function longestRun(numbers: readonly number[]): number {
  let longest = 0;
  let run = 0;
  let last: number | undefined;
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    run = last !== undefined && number === last + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    last = number;
  }
  return longest;
}
