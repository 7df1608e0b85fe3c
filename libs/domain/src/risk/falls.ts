import type { Day } from '#domain/calendar/day';
import type { Level } from '#domain/risk/level';
import type { Policy } from '#domain/risk/policy';

/** A level, as a place in LEVEL_NAMES, and the day on which it is left by time alone. */
export interface Fall {
  readonly level: number;
  readonly day: Day;
}

const FIRST_STRIDE = 64;

/**
 * When each level from the present one down is left, if nothing more is heard. Time only lowers E, so bisection finds the
 * days.
 * @param isBelow whether E is below a threshold above 0, in milli-points, on a day
 * @param from not before the last event
 */
export function fallsWhile(isBelow: (threshold: number, day: Day) => boolean, stored: Level, from: Day, policy: Policy): readonly Fall[] {
  const falls: Fall[] = [];
  let day = Math.max(from, stored.enteredOn + policy.dwellDays);
  for (let { level } = stored; level > 0; level -= 1) {
    const exit = policy.levels[level - 1]?.exit ?? 0;
    day = firstDay((each) => isBelow(exit, each), day);
    falls.push({ level, day });
  }
  return falls;
}

/** The first day not before `from` from which on something is true that time brings about. */
export function firstDay(isTrue: (day: Day) => boolean, from: Day): Day {
  if (isTrue(from)) return from;
  let before = from;
  let stride = FIRST_STRIDE;
  while (!isTrue(before + stride)) {
    before += stride;
    stride *= 2;
  }
  let after = before + stride;
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if (isTrue(middle)) after = middle;
    else before = middle;
  }
  return after;
}
