import type { RiskFact } from '#contracts/risk/risk-facts';
import { signalOfCode } from '#contracts/signals/catalogue';
import { dayOf } from '#domain/calendar/day';
import type { LedgerEntry, Placed, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { NotInPolicy, underPolicy } from '#domain/risk/under-policy';
import { uuidOf } from '#platform/event-id';

/** The fact is well formed, but the policy in force cannot read it: it waits, visible, until a policy can. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}

type SignalFact = Extract<RiskFact, { kind: 'signal' }>;

/** Score and grade are the policy's to say. */
function signalEntry(fact: SignalFact): SignalEntry {
  const type = signalOfCode(fact.code);
  if (!type) throw new NotReadable(`code-not-in-catalogue ${fact.code}`);
  return {
    kind: 'signal',
    id: fact.eventId,
    ...placedOf(fact),
    day: dayOf(fact.day),
    releasedOn: dayOf(fact.releasedOn),
    channel: fact.channel,
    group: fact.group,
    matter: fact.matter,
    s: 0,
    severity: fact.severity,
    grade: 'F',
    status: fact.status,
    halfLife: type.halfLife,
    code: fact.code,
    reporterKind: fact.reporterKind,
    clue: fact.clue,
    anonymous: fact.reporterKind === 'anonymous',
    fields: fact.fields,
  };
}

/** Of a first assignment nothing is kept. */
function placedOf({ assignment = 1, cause }: Placed): Placed {
  return { ...(assignment > 1 && { assignment }), ...(cause !== undefined && { cause }) };
}

function entryOf(fact: RiskFact): LedgerEntry {
  const common = { id: fact.eventId, releasedOn: dayOf(fact.releasedOn) };
  switch (fact.kind) {
    case 'signal':
      return signalEntry(fact);
    case 'mitigation':
      return { kind: 'mitigation', ...common, ...placedOf(fact), code: fact.code, targets: fact.targets, factor: fact.factor };
    case 'change': {
      const { target, status, grade, authority } = fact;
      return {
        kind: 'change',
        ...common,
        ...placedOf(fact),
        target,
        status,
        grade,
        decidedOn: dayOf(fact.decidedOn),
        authorityRank: -1,
        authority,
      };
    }
    case 'withdrawal':
      return { kind: 'withdrawal', ...common, target: fact.target, ...(fact.assignment !== undefined && { assignment: fact.assignment }) };
    case 'link':
      return { kind: 'link', ...common, matters: fact.matters };
    case 'campaign':
      return { kind: 'campaign', ...common, members: fact.members, texts: fact.texts, accounts: fact.accounts };
    case 'post-held':
      return { kind: 'post-held', ...common, post: fact.post, factors: fact.factors, from: dayOf(fact.from) };
    case 'post-left':
      return { kind: 'post-left', ...common, post: fact.post, on: dayOf(fact.on) };
  }
}

function judged(entry: LedgerEntry, policy: Policy): LedgerEntry {
  try {
    return underPolicy(entry, policy);
  } catch (error) {
    if (error instanceof NotInPolicy) throw new NotReadable(error.message, { cause: error });
    throw error;
  }
}

/**
 * The ledger entries that a fact brings, in order: a correction first takes back what it corrects.
 * @throws NotReadable when the policy does not know the code or its severity class
 */
export function entriesOf(fact: RiskFact, policy: Policy): readonly LedgerEntry[] {
  const entry = judged(entryOf(fact), policy);
  if (!('corrects' in fact) || fact.corrects === undefined) return [entry];
  const withdrawal: LedgerEntry = {
    kind: 'withdrawal',
    id: uuidOf('corrected-by', fact.eventId),
    target: fact.corrects,
    releasedOn: entry.releasedOn,
  };
  return [withdrawal, entry];
}
