import type { Day } from '#domain/calendar/day';
import { viewAsOf } from '#domain/risk/history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { type Reading, readingOf, readOn } from '#domain/risk/reading';
import type { SubjectState } from '#domain/risk/subject-state';

/** A reading, and the day of the last upward step before it. */
export interface Standing {
  readonly reading: Reading;
  readonly enteredOn: Day;
}

/** From the sums alone: enough for every day from the last entry on. */
export function standingByState(state: SubjectState, day: Day, policy: Policy): Standing {
  return { reading: readOn(state, day, policy), enteredOn: state.enteredOn };
}

/** From the ledger: for any day since the landmark; from the last entry on the same as by the sums. */
export function standingByLedger(entries: readonly LedgerEntry[], day: Day, policy: Policy): Standing {
  const view = viewAsOf(entries, day, policy);
  return { reading: readingOf(view.total, view, day, policy), enteredOn: view.enteredOn };
}
