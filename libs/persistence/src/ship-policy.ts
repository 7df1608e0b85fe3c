import { dayOf } from '#domain/calendar/day';
import { shipPolicy } from '#domain/policy/decide-policy';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { PostgresPolicyStore } from '#persistence/postgres-policy-store';
import type { Transaction } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import { namedJson } from '#platform/json/named-json';

/** A new installation reads by the shipped policy from its first day on; once there is a policy, nothing is shipped any more. */
export async function shipFirstPolicy(tx: Transaction): Promise<void> {
  const [known] = await tx.query(`SELECT 1 FROM projector.policy WHERE kind = 'odds' AND state IN ('approved', 'live', 'retired') LIMIT 1`);
  if (known) return;
  const { document, hash } = namedJson(SHIPPED_POLICY);
  const [now] = await tx.query<{ today: string }>(`SELECT console.today()::text AS today`);
  const shipped = { kind: 'odds', sent: { text: document, document, hash }, on: dayOf(now?.today ?? '') } as const;
  await PostgresPolicyStore.within(tx).change(uuidOf('shipped policy', hash), (policy) => shipPolicy(shipped, policy));
}
