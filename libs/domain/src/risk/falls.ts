import type { Day } from '#domain/calendar/day';
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
  const falls: Fall[] = [];
  let day = Math.max(from, state.enteredOn + policy.dwellDays);
  for (let { level } = state; level > 0; level -= 1) {
    day = firstDayBelow(state, policy.levels[level - 1]?.exit ?? 0, day, policy);
    falls.push({ level, day });
  }
  return falls;
}

/** The first day not before `from` on which E is below a threshold above 0, in milli-points. */
export function firstDayBelow({ matters }: Pick<SubjectState, 'matters'>, threshold: number, from: Day, policy: Policy): Day {
  const isBelow = (day: Day): boolean => totalOn(matters, day, policy).E < threshold;
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
