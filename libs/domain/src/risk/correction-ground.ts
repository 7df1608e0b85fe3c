import type { LedgerFact } from '#domain/risk/known-history';
import type { ChangeEntry, LedgerEntry, WithdrawalEntry } from '#domain/risk/ledger-entry';

/** Why what had been said no longer holds. */
export type CorrectionGround =
  | 'withdrawn'
  | 'corrected'
  | 'refuted'
  | 'malicious'
  | 'reassessed'
  | 'regraded'
  | 'mitigated'
  | 'decision-withdrawn'
  | 'post-withdrawn'
  | 'regrouped'
  | 'moved';

/**
 * @param fact the entries of the event that reopens what had been said
 * @param earlier the subject's entries before it
 */
export function groundOf(fact: LedgerFact, earlier: readonly LedgerEntry[]): CorrectionGround {
  const last = fact.at(-1);
  if (fact.length > 1 && fact[0]?.kind === 'withdrawal') return 'corrected';
  switch (last?.kind) {
    case 'withdrawal':
      return groundOfWithdrawal(last, earlier);
    case 'change':
      return groundOfChange(last);
    case 'mitigation':
      return 'mitigated';
    default:
      return 'regrouped';
  }
}

function groundOfWithdrawal({ target, assignment }: WithdrawalEntry, earlier: readonly LedgerEntry[]): CorrectionGround {
  if (assignment !== undefined) return 'moved';
  switch (earlier.find(({ id }) => id === target)?.kind) {
    case 'change':
    case 'mitigation':
      return 'decision-withdrawn';
    case 'post-held':
    case 'post-left':
      return 'post-withdrawn';
    case 'link':
    case 'campaign':
      return 'regrouped';
    default:
      return 'withdrawn';
  }
}

function groundOfChange({ status, grade }: ChangeEntry): CorrectionGround {
  if (status === 'refuted' || status === 'malicious' || status === 'withdrawn') return status;
  return status === undefined && grade !== undefined ? 'regraded' : 'reassessed';
}
