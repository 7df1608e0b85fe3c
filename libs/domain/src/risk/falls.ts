import type { Day } from '#domain/calendar/day';
import type { Level } from '#domain/risk/level';
import type { Policy } from '#domain/risk/policy';
import { totalOn } from '#domain/risk/reading';
import type { SubjectState } from '#domain/risk/subject-state';

/** A level, as a place in LEVEL_NAMES, and the day on which it is left by time alone. */
export interface Fall {
  readonly level: number;
  readonly day: Day;
}

const FIRST_STRIDE = 64;

/**
 * When each level from the present one down is left, if nothing more is heard. Time only lowers E, so bisection finds the
 * days.
 * @param from not before the state's last event
 */
export function fallsAfter(state: Pick<SubjectState, 'matters' | 'level' | 'enteredOn'>, from: Day, policy: Policy): readonly Fall[] {
  return fallsBy((day) => totalOn(state.matters, day, policy).E, state, from, policy);
}

/** The same by any score that only falls with time. */
export function fallsBy(scoreOn: (day: Day) => number, stored: Level, from: Day, policy: Policy): readonly Fall[] {
  const falls: Fall[] = [];
  let day = Math.max(from, stored.enteredOn + policy.dwellDays);
  for (let { level } = stored; level > 0; level -= 1) {
    day = firstDayBelow(scoreOn, policy.levels[level - 1]?.exit ?? 0, day);
    falls.push({ level, day });
  }
  return falls;
}

/** The first day not before `from` on which a score is below a threshold above 0, both in milli-points. */
export function firstDayBelow(scoreOn: (day: Day) => number, threshold: number, from: Day): Day {
  const isBelow = (day: Day): boolean => scoreOn(day) < threshold;
  if (isBelow(from)) return from;
  let above = from;
  let stride = FIRST_STRIDE;
  while (!isBelow(above + stride)) {
    above += stride;
    stride *= 2;
  }
  let below = above + stride;
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if (isBelow(middle)) below = middle;
    else above = middle;
  }
  return below;
}
