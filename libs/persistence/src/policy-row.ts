import { dateOf } from '#domain/calendar/day';
import { isObject } from '#domain/risk/json-shape';
import type { PolicyEvent, PolicyLife } from '#domain/policy/policy-life';
import type { Transaction } from '#persistence/transaction';

const LONGEST_NAME = 100;

type Drafted = Exclude<PolicyLife, { readonly status: 'none' }>;

/** What a document calls itself; empty for one that has no name. */
export function policyName(document: string | null): string {
  const json = document === null ? undefined : (JSON.parse(document) as unknown);
  const name = isObject(json) ? json['name'] : undefined;
  return typeof name === 'string' ? name.trim().slice(0, LONGEST_NAME) : '';
}

/** Keeps the page of a policy equal to the state of its stream. */
export async function keepPolicy(tx: Transaction, policyId: string, version: number, policy: Drafted): Promise<void> {
  const { kind, status, sent } = policy;
  await tx.query(
    `INSERT INTO projector.policy (id, kind, state, version, name, hash, document) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, version = excluded.version, name = excluded.name, hash = excluded.hash,
       document = excluded.document, changed_at = clock_timestamp()`,
    [policyId, kind, status, version, policyName(sent.document), sent.hash, sent.document],
  );
}

/** The days on which it is in force begin when it goes live, and end before the day on which it retires. */
export async function keepDaysInForce(tx: Transaction, { kind, sent }: Drafted, events: readonly PolicyEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type === 'PolicyWentLive') {
      const begin = 'INSERT INTO projector.policy_in_force (kind, hash, from_day) VALUES ($1, $2, $3)';
      await tx.query(begin, [kind, sent.hash, dateOf(event.on)]);
    }
    if (event.type === 'PolicyRetired') {
      const end = 'UPDATE projector.policy_in_force SET until_day = greatest(from_day, $2) WHERE hash = $1 AND until_day IS NULL';
      await tx.query(end, [sent.hash, dateOf(event.on)]);
    }
  }
}
