import { applied, type Applied } from '#domain/risk/advance';
import { applyEntry } from '#domain/risk/fold';
import type { LedgerFact } from '#domain/risk/known-history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import type { SubjectState } from '#domain/risk/subject-state';

/**
 * The reading after one more fact. A correction takes back and puts in its place, two entries of one fact: the state between them
 * was never seen, so "before" is that of the first entry and "after" that of the last.
 * @param earlier the subject's entries before the fact, in log order; may be empty when `needsLedger` says no of each of its entries
 * @returns undefined for a fact without entries
 * @throws RangeError when the fold refuses an entry
 */
export function applyFact(start: SubjectState, fact: LedgerFact, earlier: readonly LedgerEntry[], policy: Policy): Applied | undefined {
  let state = start;
  let before: Applied['before'] | undefined;
  let reopens = false;
  for (const [place, entry] of fact.entries()) {
    const each = applyEntry(state, entry, place === 0 ? earlier : [...earlier, ...fact.slice(0, place)], policy);
    before ??= each.before;
    reopens ||= each.reopens;
    state = each.state;
  }
  return before && applied({ state, before }, reopens);
}
