import type { LevelRaised } from '#contracts/risk/risk-events';
import type { Transaction } from '#persistence/transaction';
import type { RiskEvent } from './read-risk-events';

/**
 * The queue of cadres who reached 函询 or 重点 by an event on which nothing can be proposed: a person looks for the clue.
 * A passed gate ends the looking, be it by the event that raised the level (the projector says "level raised" first) or by a
 * later one: what was missing is there.
 */
export async function keepClueChecks(tx: Transaction, heard: readonly RiskEvent[]): Promise<void> {
  const open = new Map<string, LevelRaised[]>();
  const passed = new Set<string>();
  for (const { kind, event } of heard) {
    if (kind === 'passed') {
      passed.add(event.subject);
      open.delete(event.subject);
    } else if (event.to === 'inquiry' || event.to === 'priority') {
      open.set(event.subject, [...(open.get(event.subject) ?? []), event]);
    }
  }
  if (passed.size > 0) await tx.query('DELETE FROM workflow.clue_check WHERE cadre_id = ANY($1::text[])', [[...passed]]);
  if (open.size > 0) await addClueChecks(tx, [...open.values()].flat());
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
