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

/** What counts on a day, and what was reached up to it. */
export interface Moment {
  readonly state: DayState;
  readonly attained: readonly Attained[];
}

/** Whether one of its conditions holds on the day. */
export function isMet(scheme: Scheme, { anyOf }: Threshold, moment: Moment): boolean {
  return anyOf.some((condition) => holds(scheme, condition, moment));
}

/** Whether what begins on a day makes one of its conditions hold, or adds to one that time alone had made hold. */
export function isReached(scheme: Scheme, { anyOf }: Threshold, before: Moment, after: Moment): boolean {
  const adds = (condition: Condition): boolean => amountOf(scheme, condition, after) > amountOf(scheme, condition, before);
  return anyOf.some((condition) => holds(scheme, condition, after) && (!holds(scheme, condition, before) || adds(condition)));
}

/** Added to the start, or deducted from it and never below zero. */
export function valueOf({ start }: Scheme, sum: number): number {
  return start.direction === 'add' ? start.value + sum : Math.max(0, start.value - sum);
}

export function sumIn({ counted }: DayState, window: string): number {
  return [...(counted.get(window)?.values() ?? [])].reduce((sum, points) => sum + points, 0);
}

function holds(scheme: Scheme, condition: Condition, moment: Moment): boolean {
  const amount = amountOf(scheme, condition, moment);
  return condition.kind === 'sum' ? isWithin(valueOf(scheme, amount), condition) : amount >= condition.least;
}

/** Milli-points before they are added to the start or deducted from it, or how many there are. */
function amountOf(scheme: Scheme, condition: Condition, { state, attained }: Moment): number {
  switch (condition.kind) {
    case 'sum':
      return sumIn(state, condition.window);
    case 'count':
      return marked(condition, state).length;
    case 'consecutive':
      return longestRun(marked(condition, state).flatMap((bearer) => placeOf(condition.by, bearer)));
    case 'reached': {
      const window = scheme.windows.find(({ key }) => key === condition.window);
      return attained.filter(({ key, from }) => key === condition.threshold && window !== undefined && state.day < windowEnd(window, from))
        .length;
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
