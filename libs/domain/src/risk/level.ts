import type { Day } from '#domain/calendar/day';
import { LEVEL_NAMES, type LevelName, type Policy } from '#domain/risk/policy';

const INQUIRY = LEVEL_NAMES.indexOf('inquiry');

export interface Level {
  /** Place in LEVEL_NAMES. */
  readonly level: number;
  readonly enteredOn: Day;
}

/**
 * What time alone does: down while E is below the exit and the dwell since entry is over; never up.
 * @param E in milli-points on that day
 */
export function stepDown(stored: Level, E: number, day: Day, policy: Policy): number {
  return downWhile(stored, (threshold) => E < threshold, day, policy);
}

/** The same where E is known only by comparison: it is asked for nothing during the dwell. */
export function downWhile(stored: Level, isBelow: (threshold: number) => boolean, day: Day, policy: Policy): number {
  let { level } = stored;
  if (day < stored.enteredOn + policy.dwellDays) return level;
  while (level > 0 && isBelow(policy.levels[level - 1]?.exit ?? 0)) level -= 1;
  return level;
}

/** What an event may do: up as far as E allows; an upward step sets the day of entry. */
export function stepUp(from: Level, E: number, day: Day, policy: Policy): Level {
  return upUntil(from, (threshold) => E < threshold, day, policy);
}

/** The same where E is known only by comparison. */
export function upUntil(from: Level, isBelow: (threshold: number) => boolean, day: Day, policy: Policy): Level {
  let { level } = from;
  for (let next = policy.levels[level]; next !== undefined && !isBelow(next.enter); next = policy.levels[level]) level += 1;
  return level > from.level ? { level, enteredOn: day } : from;
}

/** The gate to propose a 函询: the level, and grounds that do not rest on volume alone. */
export function isGateOpen(level: number, grounded: boolean): boolean {
  return level >= INQUIRY && grounded;
}

export function levelName(level: number): LevelName {
  return LEVEL_NAMES[level] ?? 'none';
}
