import { riskFactType, type RiskFact } from '#contracts/risk/risk-facts';
import { RISK_SIGNALS } from '#contracts/topics';
import { uuidOf } from '#platform/event-id';
import type { OutgoingEvent, Transaction } from '#persistence/transaction';

export const WRITER = 'signal-resolver';

/** Facts leave in this order, each keyed by its subject. */
export async function announceFacts(tx: Transaction, facts: readonly RiskFact[]): Promise<void> {
  const events = facts.map((fact): OutgoingEvent => ({
    topic: RISK_SIGNALS,
    key: fact.subject,
    id: messageIdOf(fact),
    type: riskFactType(fact.kind),
    data: fact,
  }));
  await tx.announce(WRITER, events);
}

/** Of an event that is given to another subject, a message of its own. */
function messageIdOf(fact: RiskFact): string {
  const assignment = fact.kind !== 'withdrawal' && 'assignment' in fact ? (fact.assignment ?? 1) : 1;
  return assignment > 1 ? uuidOf('given', fact.eventId, String(assignment)) : fact.eventId;
}
