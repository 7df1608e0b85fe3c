import { evolvePolicy } from '#domain/policy/evolve-policy';
import { NOT_DRAFTED, type PolicyEvent, type PolicyLife, PolicyRuleBroken } from '#domain/policy/policy-life';
import { type ChangedPolicy, PolicyStore } from '#domain/policy/policy-store';
import { DatabaseFault } from '#persistence/database-fault';
import { appendToStream, type EventStreams, takeStream } from '#persistence/event-stream';
import { policyAnnouncement } from '#persistence/policy-announcements';
import { keepDaysInForce, keepPolicy } from '#persistence/policy-row';
import type { OutgoingEvent, Transaction } from '#persistence/transaction';

/** Whose outbox the announcements of this store go into. */
export const POLICY_WRITER = 'risk-projector';

const POLICIES: EventStreams = { table: 'projector.policy_event', key: 'policy_id', lock: 'policy' };

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
  const stream = await takeStream<PolicyEvent>(tx, POLICIES, policyId);
  const before = stream.reduce(evolvePolicy, NOT_DRAFTED);
  const events = decide(before);
  if (events.length === 0) return { policy: before, version: stream.length, events };
  const policy = events.reduce(evolvePolicy, before);
  const version = stream.length + events.length;
  await appendToStream(tx, POLICIES, { name: policyId, length: stream.length }, events);
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
