import type { ClueVector } from '#domain/inquiry/recommend-disposition';
import { joinedIn } from '#domain/risk/joining';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

/**
 * The clue-quality vector of a matter, with those joined to it, from the signals that still speak of it: not from what was withdrawn or refuted. What
 * none of them says is absent (design: risk-model 7).
 * @param entries in log order
 */
export function clueOf(entries: readonly LedgerEntry[], matter: string, policy: Policy): ClueVector {
  const signals = standingSignals(entries, matter, policy);
  const concluded = signals.findIndex(isConcluded);
  return {
    severity: Math.max(0, ...signals.map((signal) => signal.severity)),
    keyElementsPresent: signals.some((signal) => signal.clue?.keyElementsPresent === true),
    collusionRisk: signals.some((signal) => signal.clue?.collusionRisk === true),
    priorConclusion: concluded >= 0,
    newFacts: concluded >= 0 && signals.slice(concluded).some((signal) => !isConcluded(signal)),
  };
}

/** Its sender says that an organ has concluded on it; what came later and does not say so, nobody has weighed. */
function isConcluded({ clue }: SignalEntry): boolean {
  return clue?.priorConclusion === true;
}

function standingSignals(entries: readonly LedgerEntry[], matter: string, policy: Policy): readonly SignalEntry[] {
  const book = new LedgerBook(entries, policy);
  const joining = book.joining();
  return entries
    .filter((entry) => entry.kind === 'signal')
    .filter(
      (signal) =>
        !book.isMoved(signal) && joinedIn(joining, signal.matter) === matter && policy.statuses[book.judgementOf(signal).status] > 0,
    );
}
