import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

/**
 * Whether a fact makes a known signal count for more by its status: by a decision, by a decision taken back, or by a
 * correction that comes with a better status than what it replaces. A decision that another one outranks raises nothing.
 * @param fact the entries of one fact; a correction has a withdrawal and the signal in its place
 * @param earlier the subject's entries before it
 * @see design risk-model 7 Candidate: "or raises a status"
 */
export function raisesStatus(fact: readonly LedgerEntry[], earlier: readonly LedgerEntry[], policy: Policy): boolean {
  const was = new LedgerBook(earlier, policy);
  const is = new LedgerBook([...earlier, ...fact], policy);
  const replaced = fact.find((entry) => entry.kind === 'withdrawal')?.target;
  return fact
    .flatMap((entry) => is.touchedBy(entry))
    .some((id) => {
      const before = percentIn(was, id, policy) ?? (replaced === undefined ? undefined : percentIn(was, replaced, policy));
      const after = percentIn(is, id, policy);
      return before !== undefined && after !== undefined && after > before;
    });
}

/** Undefined while the signal has not come. */
function percentIn(book: LedgerBook, id: string, policy: Policy): number | undefined {
  const signal = book.signal(id);
  return signal && policy.statuses[book.judgementOf(signal).status];
}
