import type { Backtest } from '#domain/backtest/backtest';

/** What an office can do, as people say it. */
export interface OfficeHours {
  /** Hours that one candidate takes until somebody has decided about it. */
  readonly perCandidate: number;
  /** Hours that the office has for it in a week. */
  readonly perWeek: number;
}

/** Hours of work that a policy brings, and the weeks in which they are more than the office has. */
export interface Capacity {
  readonly mostHours: { readonly before: number; readonly after: number };
  readonly hours: { readonly before: number; readonly after: number };
  readonly weeksBeyond: { readonly before: number; readonly after: number };
}

/**
 * @param hours whole hours, above 0
 * @see design risk-model 9: candidates per week, hours of work
 */
export function capacityOf(weeks: Backtest['weeks'], { perCandidate, perWeek }: OfficeHours): Capacity {
  const both = <T>(of: (counts: readonly number[]) => T): { before: T; after: T } => ({
    before: of(weeks.map(({ before }) => before)),
    after: of(weeks.map(({ after }) => after)),
  });
  return {
    mostHours: both((counts) => Math.max(0, ...counts) * perCandidate),
    hours: both((counts) => counts.reduce((sum, count) => sum + count, 0) * perCandidate),
    weeksBeyond: both((counts) => counts.filter((count) => count * perCandidate > perWeek).length),
  };
}
