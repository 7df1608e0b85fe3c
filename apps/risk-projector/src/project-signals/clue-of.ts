import type { ClueVector } from '#domain/inquiry/recommend-disposition';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';

/** The clue-quality vector of a matter, from the signals that speak of it; what none of them says is absent (design: risk-model 7). */
export function clueOf(entries: readonly LedgerEntry[], matter: string): ClueVector {
  const signals = entries.filter((entry): entry is SignalEntry => entry.kind === 'signal' && entry.matter === matter);
  return {
    severity: Math.max(0, ...signals.map((signal) => signal.severity)),
    keyElementsPresent: signals.some((signal) => signal.clue?.keyElementsPresent === true),
    collusionRisk: signals.some((signal) => signal.clue?.collusionRisk === true),
    priorConclusion: signals.some((signal) => signal.clue?.priorConclusion === true),
  };
}
