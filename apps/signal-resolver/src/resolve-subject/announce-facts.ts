import { riskFactType, type RiskFact } from '#contracts/risk/risk-facts';
import { RISK_SIGNALS } from '#contracts/topics';
import type { OutgoingEvent, Transaction } from '#persistence/transaction';

export const WRITER = 'signal-resolver';

/** Facts leave in this order, each keyed by its subject. */
export async function announceFacts(tx: Transaction, facts: readonly RiskFact[]): Promise<void> {
  const events = facts.map((fact): OutgoingEvent => ({
    topic: RISK_SIGNALS,
    key: fact.subject,
    id: fact.eventId,
    type: riskFactType(fact.kind),
    data: fact,
  }));
  await tx.announce(WRITER, events);
}
