import { evolvePolicy } from '#domain/policy/evolve-policy';
import { NOT_DRAFTED, type PolicyEvent, type PolicyLife, PolicyRuleBroken } from '#domain/policy/policy-life';
import { type ChangedPolicy, PolicyStore } from '#domain/policy/policy-store';
import { DatabaseFault } from '#persistence/database-fault';
import { policyAnnouncement } from '#persistence/policy-announcements';
import { keepDaysInForce, keepPolicy } from '#persistence/policy-row';
import type { OutgoingEvent, Transaction } from '#persistence/transaction';

/** Whose outbox the announcements of this store go into. */
export const POLICY_WRITER = 'risk-projector';

/** What begins transactions: the database, or one that is already running. */
interface Transactions {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Streams in `projector.policy_event`, the page of each beside them. */
export class PostgresPolicyStore extends PolicyStore {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  /** The same store inside a transaction that somebody else commits, for instance with the switch of the readings. */
  static within(tx: Transaction): PostgresPolicyStore {
    return new PostgresPolicyStore({ transaction: async (work) => work(tx) });
  }

  override async change(policyId: string, decide: (policy: PolicyLife) => PolicyEvent[]): Promise<ChangedPolicy> {
    try {
      return await this.transactions.transaction(async (tx) => changeStream(tx, policyId, decide));
    } catch (error) {
      throw ruleOf(error) ?? error;
    }
  }
}

async function changeStream(tx: Transaction, policyId: string, decide: (policy: PolicyLife) => PolicyEvent[]): Promise<ChangedPolicy> {
  // A statement of its own: what is read afterwards includes what the last holder of the lock committed.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`policy ${policyId}`]);
  const stream = await tx.query<{ body: string }>('SELECT body FROM projector.policy_event WHERE policy_id = $1 ORDER BY version', [
    policyId,
  ]);
  const before = stream.map((row) => JSON.parse(row.body) as PolicyEvent).reduce(evolvePolicy, NOT_DRAFTED);
  const events = decide(before);
  if (events.length === 0) return { policy: before, version: stream.length, events };
  const policy = events.reduce(evolvePolicy, before);
  const version = stream.length + events.length;
  await tx.query(
    `INSERT INTO projector.policy_event (policy_id, version, body)
     SELECT $1, $2 + place, body FROM unnest($3::text[]) WITH ORDINALITY AS decided (body, place)`,
    [policyId, stream.length, events.map((event) => JSON.stringify(event))],
  );
  if (policy.status !== 'none') {
    await keepPolicy(tx, policyId, version, policy);
    await keepDaysInForce(tx, policy, events);
    await tx.announce(POLICY_WRITER, announcementsOf({ policyId, before: stream.length }, events, policy));
  }
  return { policy, version, events };
}

function announcementsOf(
  { policyId, before }: { policyId: string; before: number },
  events: readonly PolicyEvent[],
  policy: Exclude<PolicyLife, { readonly status: 'none' }>,
): OutgoingEvent[] {
  return events.flatMap((event, place) => policyAnnouncement({ policyId, version: before + place + 1 }, event, policy) ?? []);
}

function ruleOf(error: unknown): PolicyRuleBroken | undefined {
  if (!(error instanceof DatabaseFault)) return undefined;
  if (error.constraint === 'policy_hash_key') return new PolicyRuleBroken('policy-known-already');
  return error.constraint === 'policy_odds_name_key' ? new PolicyRuleBroken('policy-name-in-use') : undefined;
}
