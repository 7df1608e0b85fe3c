import type { Pool } from 'pg';

/** Records looked at in one statement: short enough that appends to the partition hardly wait. */
const PAGE = 5_000;

/**
 * Raises the low-water mark to the first of the oldest records that is still young enough, and deletes what lies before it,
 * in one transaction: a reader finds the records or the mark, never a hole.
 */
const TRIM_PAGE = `
  WITH oldest AS (
    SELECT log_offset, at FROM log.record WHERE topic = $1 AND part = $2 ORDER BY log_offset LIMIT ${PAGE}
  ), mark AS (
    SELECT coalesce(min(log_offset) FILTER (WHERE at >= now() - make_interval(days => $3)), max(log_offset) + 1) AS low FROM oldest
  ), raised AS (
    UPDATE log.partition SET low_offset = greatest(low_offset, mark.low) FROM mark WHERE topic = $1 AND part = $2 AND mark.low IS NOT NULL
  )
  DELETE FROM log.record USING mark WHERE topic = $1 AND part = $2 AND log_offset < mark.low`;

export async function trimTopics(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ topic: string; part: number; days: number }>(
    `SELECT p.topic, p.part, t.retention_days AS days FROM log.partition p JOIN log.topic t ON t.name = p.topic
     WHERE t.retention_days IS NOT NULL ORDER BY p.topic, p.part`,
  );
  for (const { topic, part, days } of rows) {
    let deleted = PAGE;
    while (deleted === PAGE) deleted = (await pool.query(TRIM_PAGE, [topic, part, days])).rowCount ?? 0;
  }
}
