import type { GatePassed, LevelRaised } from '#contracts/risk/risk-events';
import type { Transaction } from '#persistence/transaction';

/**
 * The queue of cadres who reached 函询 or 重点 by an event on which nothing can be proposed: a person looks for the clue.
 * The projector says "level raised" before "gate passed" of the same event, so the second takes back what the first put in.
 */
export async function keepClueChecks(tx: Transaction, raised: readonly LevelRaised[], passed: readonly GatePassed[]): Promise<void> {
  const reached = raised.filter(({ to }) => to === 'inquiry' || to === 'priority');
  if (reached.length > 0) await addClueChecks(tx, reached);
  if (passed.length > 0) await removeClueChecks(tx, passed);
}

async function addClueChecks(tx: Transaction, reached: readonly LevelRaised[]): Promise<void> {
  await tx.query(
    `INSERT INTO workflow.clue_check (cadre_id, cause, level, e_milli, day)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::int[], $5::date[]) ON CONFLICT DO NOTHING`,
    [
      reached.map(({ subject }) => subject),
      reached.map(({ cause }) => cause),
      reached.map(({ to }) => to),
      reached.map(({ e }) => e),
      reached.map(({ day }) => day),
    ],
  );
}

async function removeClueChecks(tx: Transaction, passed: readonly GatePassed[]): Promise<void> {
  await tx.query(
    `DELETE FROM workflow.clue_check USING unnest($1::text[], $2::uuid[]) AS passed (cadre_id, cause)
      WHERE clue_check.cadre_id = passed.cadre_id AND clue_check.cause = passed.cause`,
    [passed.map(({ subject }) => subject), passed.map(({ cause }) => cause)],
  );
}
