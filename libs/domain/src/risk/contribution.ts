import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

/**
 * The contribution of one signal in micro-odds on its own day, by all entries of the subject's ledger.
 * @see design risk-model 2
 */
export function contribution(entry: SignalEntry, ledger: readonly LedgerEntry[], policy: Policy): number {
  return new LedgerBook([entry, ...ledger.filter(({ id }) => id !== entry.id)], policy).valueOf(entry.id).odds;
}
