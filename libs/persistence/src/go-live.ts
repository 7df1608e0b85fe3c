import type { Day } from '#domain/calendar/day';
import { decidePolicy } from '#domain/policy/decide-policy';
import { type Examine, PolicyRuleBroken } from '#domain/policy/policy-life';
import { PostgresPolicyStore } from '#persistence/postgres-policy-store';
import type { Transaction } from '#persistence/transaction';

interface Row {
  readonly id: string;
  readonly hash: string;
  readonly state: string;
}

/** To go live needs no look into the document: it was approved. */
const unread: Examine = () => {
  throw new RangeError('nothing is examined when a policy goes live');
};

/**
 * Puts an approved odds policy in the place of the one that is live, which retires; inside the transaction that switches the readings
 * to those made under it. What is live already stays so. Days before `day` go on being read under the policy of that day.
 * @param hash the name of the policy
 * @param by who switched
 * @throws PolicyRuleBroken 'policy-not-approved' for anything else than an approved or a retired odds policy
 */
export async function goLive(tx: Transaction, hash: string, day: Day, by: string): Promise<void> {
  await replaceLive(
    tx,
    `SELECT id, hash, state FROM projector.policy WHERE kind = 'odds' AND (state = 'live' OR (hash = $1 AND state IN ('approved', 'retired')))`,
    { hash, day, by },
  );
}

/**
 * Puts an approved points scheme into force, beside those of other names; the one of its own name that is live retires. Readings of
 * points follow by themselves (decision 0022).
 * @param hash the name of the policy
 * @throws PolicyRuleBroken 'policy-not-approved' for anything else than an approved or a retired points scheme
 */
export async function pointsGoLive(tx: Transaction, hash: string, day: Day, by: string): Promise<void> {
  await replaceLive(
    tx,
    `SELECT held.id, held.hash, held.state FROM projector.policy next JOIN projector.policy held USING (kind, name)
      WHERE next.kind = 'points' AND next.hash = $1 AND next.state IN ('approved', 'live', 'retired')
        AND (held.state = 'live' OR (held.hash = $1 AND held.state IN ('approved', 'retired')))`,
    { hash, day, by },
  );
}

/**
 * Takes a points scheme out of force, with nothing in its place.
 * @throws PolicyRuleBroken 'policy-not-live'
 */
export async function pointsRetire(tx: Transaction, policyId: string, day: Day, by: string): Promise<void> {
  await PostgresPolicyStore.within(tx).change(policyId, (policy) => decidePolicy({ type: 'RetirePolicy', by, on: day }, policy, unread));
}

/** @param rows what asks for the one that goes live and for those in whose place it comes */
async function replaceLive(tx: Transaction, rows: string, { hash, day, by }: { hash: string; day: Day; by: string }): Promise<void> {
  // A statement of its own: two switches at the same moment follow one another.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('a policy goes live', 0))`);
  const found = await tx.query<Row>(rows, [hash]);
  const next = found.find((row) => row.hash === hash);
  if (!next) throw new PolicyRuleBroken('policy-not-approved');
  if (next.state === 'live') return;
  const store = PostgresPolicyStore.within(tx);
  for (const former of found.filter(({ state }) => state === 'live')) {
    await store.change(former.id, (policy) => decidePolicy({ type: 'RetirePolicy', by, on: day }, policy, unread));
  }
  await store.change(next.id, (policy) => decidePolicy({ type: 'GoLive', by, on: day }, policy, unread));
}
