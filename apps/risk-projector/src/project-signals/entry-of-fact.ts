import type { RiskFact } from '#contracts/risk/risk-facts';
import { signalOfCode } from '#contracts/signals/catalogue';
import { dayOf } from '#domain/calendar/day';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { authorityRank, gradeOfReporter, type Policy, scoreOf } from '#domain/risk/policy';
import { uuidOf } from '#platform/event-id';

/** The fact is well formed, but the policy in force cannot read it: it waits, visible, until a policy can. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}

type SignalFact = Extract<RiskFact, { kind: 'signal' }>;

function signalEntry(fact: SignalFact, policy: Policy): SignalEntry {
  const type = signalOfCode(fact.code);
  const s = scoreOf(policy, fact.code, fact.severity);
  if (!type || s === undefined) throw new NotReadable(`code-not-in-policy ${fact.code}/${fact.severity}`);
  return {
    kind: 'signal',
    id: fact.eventId,
    day: dayOf(fact.day),
    releasedOn: dayOf(fact.releasedOn),
    channel: fact.channel,
    group: fact.group,
    matter: fact.matter,
    s,
    severity: fact.severity,
    grade: gradeOfReporter(policy, fact.reporterKind),
    status: fact.status,
    halfLife: type.halfLife,
    code: fact.code,
    clue: fact.clue,
    anonymous: fact.reporterKind === 'anonymous',
  };
}

function entryOf(fact: RiskFact, policy: Policy): LedgerEntry {
  const common = { id: fact.eventId, releasedOn: dayOf(fact.releasedOn) };
  switch (fact.kind) {
    case 'signal':
      return signalEntry(fact, policy);
    case 'mitigation':
      return { kind: 'mitigation', ...common, code: fact.code, targets: fact.targets, factor: fact.factor };
    case 'change': {
      const { target, status, grade } = fact;
      const authority = authorityRank(policy, fact.authority);
      return { kind: 'change', ...common, target, status, grade, decidedOn: dayOf(fact.decidedOn), authorityRank: authority };
    }
    case 'withdrawal':
      return { kind: 'withdrawal', ...common, target: fact.target };
    case 'post-held':
      return { kind: 'post-held', ...common, post: fact.post, factors: fact.factors, from: dayOf(fact.from) };
    case 'post-left':
      return { kind: 'post-left', ...common, post: fact.post, on: dayOf(fact.on) };
  }
}

/**
 * The ledger entries that a fact brings, in order: a correction first takes back what it corrects.
 * @throws NotReadable when the policy does not know the code or its severity class
 */
export function entriesOf(fact: RiskFact, policy: Policy): readonly LedgerEntry[] {
  const entry = entryOf(fact, policy);
  if (!('corrects' in fact) || fact.corrects === undefined) return [entry];
  const withdrawal: LedgerEntry = {
    kind: 'withdrawal',
    id: uuidOf('corrected-by', fact.eventId),
    target: fact.corrects,
    releasedOn: entry.releasedOn,
  };
  return [withdrawal, entry];
}
