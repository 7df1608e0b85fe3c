import type { BacktestAnswer, BacktestResult } from '#contracts/console/backtests';
import { capacityOf, type OfficeHours } from '#domain/backtest/capacity';
import type { Database } from '#persistence/database';

/** A run that has said nothing for so long has ended with its process. */
const SILENT = "interval '60 seconds'";

/** One backtest that begins. */
export interface BegunBacktest {
  readonly id: string;
  readonly policyId: string;
  readonly hash: string;
  readonly beforeHash: string;
  readonly by: string;
  readonly day: string;
  readonly total: number;
  readonly hours: OfficeHours;
}

/** @returns false while another one of the same document is running */
export async function beginBacktest(database: Database, begun: BegunBacktest): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`backtest of ${begun.hash}`]);
    const running = await tx.query(
      `SELECT 1 FROM projector.backtest WHERE hash = $1 AND state = 'running' AND touched_at > now() - ${SILENT}`,
      [begun.hash],
    );
    if (running.length > 0) return false;
    const { id, policyId, hash, beforeHash, by, day, total, hours } = begun;
    await tx.query(
      `INSERT INTO projector.backtest (id, policy_id, hash, before_hash, asked_by, day, total, hours_a_candidate, hours_a_week)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, policyId, hash, beforeHash, by, day, total, hours.perCandidate, hours.perWeek],
    );
    return true;
  });
}

export async function tellProgress(database: Database, id: string, done: number): Promise<void> {
  await database.query(`UPDATE projector.backtest SET done = $2, touched_at = now() WHERE id = $1 AND state = 'running'`, [id, done]);
}

export async function endBacktest(database: Database, id: string, result: BacktestResult | undefined): Promise<void> {
  const state = result === undefined ? 'failed' : 'done';
  await database.query(
    `UPDATE projector.backtest SET state = $2, result = $3, done = coalesce($4, done), touched_at = now() WHERE id = $1`,
    [id, state, result === undefined ? null : JSON.stringify(result), result?.subjects ?? null],
  );
}

interface BacktestRow {
  readonly id: string;
  readonly hash: string;
  readonly before_hash: string;
  readonly asked_by: string;
  readonly day: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly result: string | null;
  readonly hours_a_candidate: number | null;
  readonly hours_a_week: number | null;
}

/** The last one of a document; one whose process has ended counts as failed. */
export async function lastBacktest(database: Database, policyId: string, hash: string): Promise<BacktestAnswer['backtest']> {
  const [row] = await database.query<BacktestRow>(
    `SELECT id, hash, before_hash, asked_by, day::text AS day, done, total, result, hours_a_candidate, hours_a_week,
            CASE WHEN state = 'running' AND touched_at <= now() - ${SILENT} THEN 'failed' ELSE state END AS state
       FROM projector.backtest WHERE policy_id = $1 AND hash = $2 ORDER BY asked_at DESC LIMIT 1`,
    [policyId, hash],
  );
  if (!row) return null;
  const { id, state, day, done, total, before_hash: beforeHash, asked_by: by } = row;
  const result = row.result === null ? null : (JSON.parse(row.result) as BacktestResult);
  const hours = hoursOf(row);
  const capacity = result === null || hours === null ? null : capacityOf(result.weeks, hours);
  return { id, hash: row.hash, beforeHash, by, day, state, done, total, hours, capacity, result };
}

function hoursOf({ hours_a_candidate: perCandidate, hours_a_week: perWeek }: BacktestRow): OfficeHours | null {
  return perCandidate === null || perWeek === null ? null : { perCandidate, perWeek };
}

/** The documents of a policy, by hash, over which a backtest has run to its end. */
export async function backtestedDocuments(database: Database, policyId: string): Promise<readonly string[]> {
  const rows = await database.query<{ hash: string }>(
    `SELECT DISTINCT hash FROM projector.backtest WHERE policy_id = $1 AND state = 'done'`,
    [policyId],
  );
  return rows.map(({ hash }) => hash);
}
