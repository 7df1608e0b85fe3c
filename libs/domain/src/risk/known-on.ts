import type { Day } from '#domain/calendar/day';
import type { LedgerEntry } from '#domain/risk/ledger-entry';

/**
 * The log as it stood at the end of a day: what had been released by then and stands before everything that had not. With it
 * a reading, its explanation and the history of its level are what people saw on that day.
 * @param entries in log order
 * @param day the last that is known; any day
 * @see design risk-model 10: "as known on T: only the log up to release day T"
 */
export function knownOn(entries: readonly LedgerEntry[], day: Day): readonly LedgerEntry[] {
  const later = entries.findIndex(({ releasedOn }) => releasedOn > day);
  return later === -1 ? entries : entries.slice(0, later);
}
