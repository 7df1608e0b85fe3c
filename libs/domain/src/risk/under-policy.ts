import type { ChangeEntry, LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { authorityRank, gradeOfReporter, type Policy, scoreOf } from '#domain/risk/policy';

/** The policy knows neither a weight of this code and severity class nor that it is not scored. */
export class NotInPolicy extends RangeError {
  override readonly name = 'NotInPolicy';

  constructor(code: string, severity: number) {
    super(`code-not-in-policy ${code}/${severity}`);
  }
}

/**
 * An entry as a policy reads it: score and grade of a signal, rank of a decision. What the ledger keeps of these is what the
 * policy said that was live at its release; everything else in it is fact. An entry that names no kind of reporter or no
 * authority brings its own and stays as it is.
 * @throws NotInPolicy
 * @see design risk-model 9: any policy can be asked what it would make of the same facts
 */
export function underPolicy(entry: LedgerEntry, policy: Policy): LedgerEntry {
  switch (entry.kind) {
    case 'signal':
      return signalUnder(entry, policy);
    case 'change':
      return changeUnder(entry, policy);
    case 'withdrawal':
    case 'mitigation':
    case 'link':
    case 'campaign':
    case 'post-held':
    case 'post-left':
      return entry;
  }
}

/** The same, and undefined for what the policy does not know: another policy than that of its release may not know its type. */
export function readableUnder(entry: LedgerEntry, policy: Policy): LedgerEntry | undefined {
  try {
    return underPolicy(entry, policy);
  } catch (error) {
    if (error instanceof NotInPolicy) return undefined;
    throw error;
  }
}

/** Whether score and grade of a signal are its own, whatever a policy says. */
export const bringsItsOwn = ({ code, reporterKind }: SignalEntry): boolean => code === undefined || reporterKind === undefined;

function signalUnder(signal: SignalEntry, policy: Policy): SignalEntry {
  const { code, severity, reporterKind } = signal;
  if (code === undefined || reporterKind === undefined) return signal;
  const s = scoreOf(policy, code, severity);
  if (s === undefined) throw new NotInPolicy(code, severity);
  return { ...signal, s, grade: gradeOfReporter(policy, reporterKind) };
}

function changeUnder(change: ChangeEntry, policy: Policy): ChangeEntry {
  return change.authority === undefined ? change : { ...change, authorityRank: authorityRank(policy, change.authority) };
}
