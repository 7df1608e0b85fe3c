import { compareText, quotient } from '#domain/risk/integers';
import type { LedgerFact } from '#domain/risk/known-history';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import type { Judgement } from '#domain/risk/signal-value';

/** A signal that counts for less, or no longer as checked, by one event. */
export interface LoweredSignal {
  readonly signal: SignalEntry;
  readonly was: Judgement;
  readonly is: Judgement;
  /** What is left of its contribution, in whole percent, rounded down. */
  readonly leftPercent: number;
}

/**
 * The signals that an event lowers, what weighed most first.
 * @param fact the entries of the event
 * @param earlier the subject's entries before it
 */
export function loweredBy(fact: LedgerFact, earlier: readonly LedgerEntry[], policy: Policy): readonly LoweredSignal[] {
  const was = new LedgerBook(earlier, policy);
  const is = new LedgerBook([...earlier, ...fact], policy);
  const weighed = (id: string): number => was.valueOf(id).odds;
  return [...new Set(fact.flatMap((entry) => is.touchedBy(entry)))]
    .toSorted((a, b) => weighed(b) - weighed(a) || compareText(a, b))
    .flatMap((id) => lowered(id, was, is) ?? []);
}

function lowered(id: string, was: LedgerBook, is: LedgerBook): LoweredSignal | undefined {
  const signal = was.signal(id);
  if (signal === undefined) return undefined;
  const [before, after] = [was.valueOf(id), is.valueOf(id)];
  if (after.odds >= before.odds && after.solid >= before.solid && after.grave >= before.grave) return undefined;
  const leftPercent = before.odds === 0 ? 0 : quotient(100 * after.odds, before.odds);
  return { signal, was: was.judgementOf(signal), is: is.judgementOf(signal), leftPercent };
}
