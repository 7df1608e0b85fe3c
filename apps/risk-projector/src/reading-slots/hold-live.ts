import { RISK_SIGNALS } from '#contracts/topics';
import type { Rows } from '#persistence/transaction';
import { LIVE_GROUP } from './slot-parts';

/** The live slot stands still no longer than this. */
export const LONGEST_HOLD_MS = 2_000;

/**
 * Keeps the live slot where it is until the transaction ends: who moves an offset waits. Partitions of which nothing was read yet get
 * their row first, so that the first batch of one waits too.
 * @returns where it stands, by partition
 * @throws DatabaseFault when the offsets cannot be had in time
 */
export async function holdLive(rows: Rows, partitions: readonly number[]): Promise<ReadonlyMap<number, number>> {
  await rows.query(`SELECT set_config('lock_timeout', $1, true)`, [`${LONGEST_HOLD_MS}ms`]);
  await rows.query(
    `INSERT INTO log.consumer_offset (consumer_group, topic, part, next_offset) SELECT $1, $2, part, 0 FROM unnest($3::int[]) AS part
     ON CONFLICT DO NOTHING`,
    [LIVE_GROUP, RISK_SIGNALS, partitions],
  );
  const held = await rows.query<{ part: number; next_offset: string }>(
    'SELECT part, next_offset FROM log.consumer_offset WHERE consumer_group = $1 AND topic = $2 ORDER BY part FOR UPDATE',
    [LIVE_GROUP, RISK_SIGNALS],
  );
  return new Map(held.map(({ part, next_offset: next }) => [part, Number(next)]));
}
