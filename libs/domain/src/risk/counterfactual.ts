import type { Day } from '#domain/calendar/day';
import { Course } from '#domain/risk/course';
import { explanationOf, type Explanation } from '#domain/risk/explain';
import { viewAlong } from '#domain/risk/history';
import { layOut } from '#domain/risk/lay';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { smallestSet, type SmallestSet } from '#domain/risk/smallest-set';
import { withoutEach, type WithoutItem } from '#domain/risk/without';

/** An explanation, and what would be otherwise. For officers only: with it one could tell who reported what. */
export interface Counterfactual {
  readonly explanation: Explanation;
  /** Of each item that contributes. */
  readonly without: readonly WithoutItem[];
  /** Undefined for a subject on no level. */
  readonly smallest: SmallestSet | undefined;
}

/** @see design risk-model 11 */
export function explainOtherwise(entries: readonly LedgerEntry[], day: Day, policy: Policy): Counterfactual {
  const course = new Course(layOut(entries, policy), day, policy);
  const view = viewAlong(course, entries, day, policy);
  const without = withoutEach(view, course, day, policy);
  return { explanation: explanationOf(view, day, policy), without, smallest: smallestSet(without, course) };
}
