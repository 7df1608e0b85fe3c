import type { Client, Pool } from 'pg';
import type { LogRecord, PartitionBounds } from '#messaging/event-log';

/** Large records come in smaller batches, so that the memory of a reader is bounded. */
const FETCH_BYTES = 8_000_000;

/** Takes the group's locks on those of the partitions that nobody holds. They last as long as the connection. */
export async function takeOver(client: Client, group: string, topic: string, partitions: readonly number[]): Promise<number[]> {
  const { rows } = await client.query<{ part: number; taken: boolean }>(
    `SELECT part, pg_try_advisory_lock(hashtextextended('log ' || $1 || ' ' || $2 || ' ' || part, 0)) AS taken FROM unnest($3::int[]) AS part`,
    [group, topic, partitions],
  );
  return rows.filter(({ taken }) => taken).map(({ part }) => part);
}

export async function fetchBounds(client: Client | Pool, topic: string): Promise<PartitionBounds[]> {
  const { rows } = await client.query<{ part: number; low_offset: string; next_offset: string }>({
    name: 'bounds of a topic',
    text: 'SELECT part, low_offset, next_offset FROM log.partition WHERE topic = $1',
    values: [topic],
  });
  return rows.map((row) => ({ partition: row.part, low: Number(row.low_offset), next: Number(row.next_offset) }));
}

export interface Wanted {
  readonly partition: number;
  readonly from: number;
  readonly most: number;
}

/** The next records from `from` on; the first of them is another one when `from` is gone. */
export async function fetchRecords(client: Client | Pool, topic: string, { partition, from, most }: Wanted): Promise<LogRecord[]> {
  const { rows } = await client.query<{ log_offset: string; key: string | null; value: Buffer; headers: string }>({
    name: 'records of a partition',
    text: `
      SELECT log_offset, key, value, headers FROM (
        SELECT *, sum(octet_length(value)) OVER (ORDER BY log_offset) - octet_length(value) AS bytes_before FROM (
          SELECT log_offset, key, value, headers FROM log.record WHERE topic = $1 AND part = $2 AND log_offset >= $3
          ORDER BY log_offset LIMIT $4
        ) AS page
      ) AS counted WHERE bytes_before < ${FETCH_BYTES} ORDER BY log_offset`,
    values: [topic, partition, from, most],
  });
  return rows.map((row) => ({
    offset: Number(row.log_offset),
    key: row.key,
    value: row.value,
    headers: JSON.parse(row.headers) as Record<string, string>,
  }));
}
