import { SHIPPED_MOST_A_DAY } from '#domain/inquiry/candidate-brake';
import type { Transaction } from '#persistence/transaction';

/** Whoever proposes, or says how many may be proposed, does so alone until the transaction ends. */
export async function lockCandidateBrake(tx: Transaction): Promise<void> {
  // A statement of its own: what is read afterwards includes what the last holder of the lock committed.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('candidate brake', 0))`);
}

/** How many candidates a day are proposed without a look. */
export async function mostADay(tx: Transaction): Promise<number> {
  const [set] = await tx.query<{ most: number }>('SELECT most FROM workflow.candidate_limit ORDER BY id DESC LIMIT 1');
  return set?.most ?? SHIPPED_MOST_A_DAY;
}
