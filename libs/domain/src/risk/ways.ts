import type { Day } from '#domain/calendar/day';
import { clockOf } from '#domain/risk/decay';
import { readMatters, type MatterReading } from '#domain/risk/matter-reading';
import { addDifferences, type Difference, type JoinedMatters } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import { type Total, totalOf } from '#domain/risk/total';

/**
 * A subject's matters by one way of joining them, and as they were last read. A link changes what is read as one; at a moment
 * of the log there are the ways of that moment and of all links since that still stand, oldest first (decision 0026).
 */
export interface Way extends JoinedMatters {
  readonly read?: { readonly day: Day; readonly readings: readonly MatterReading[] };
}

/** What several ways allow together: the lowest of E, and grounds that hold in each. */
export interface Allowed {
  /** In milli-points. */
  readonly E: number;
  readonly grounded: boolean;
}

/** The way as it reads on a day; the same object when it was read on that day already. */
export function readOnDay(way: Way, day: Day, policy: Policy): Way {
  if (way.read?.day === day) return way;
  return { ...way, read: { day, readings: readMatters(way.matters, clockOf(policy, day), policy) } };
}

/** The way with differences added, read on a day; the same object when they change nothing. Matters they leave alone are not read anew. */
export function addTo(way: Way, differences: readonly Difference[], day: Day, policy: Policy): Way {
  const matters = addDifferences(way, differences, policy);
  if (matters === way.matters) return way;
  const known = way.read?.day === day ? { matters: way.matters, readings: way.read.readings } : undefined;
  return { ...way, matters, read: { day, readings: readMatters(matters, clockOf(policy, day), policy, known) } };
}

/** The matters on a day by the way that gives the lowest of E. */
export function leastBy(ways: readonly Way[], day: Day, policy: Policy): Total {
  const totals = ways.map((way) => totalOf(readOnDay(way, day, policy).read?.readings ?? [], policy));
  return totals.reduce((least, total) => (total.E < least.E ? total : least), totals[0] ?? totalOf([], policy));
}

/** @param ways at least one */
export function allowedBy(ways: readonly Way[], day: Day, policy: Policy): Allowed {
  const totals = ways.map((way) => totalOf(readOnDay(way, day, policy).read?.readings ?? [], policy));
  return { E: Math.min(...totals.map(({ E }) => E)), grounded: totals.every(({ grounded }) => grounded) };
}
