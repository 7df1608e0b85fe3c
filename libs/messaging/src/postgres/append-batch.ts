import type { NewRecord } from '#messaging/event-log';

/** A record and the partition that its key decides. */
export interface PlacedRecord extends NewRecord {
  readonly partition: number;
}

/** Tells waiting readers which topic grew. */
export const CHANNEL = 'log_append';

/**
 * One statement, so one transaction and one round trip. The counter rows are locked in the order of partitions and held to the
 * commit: commit order is offset order, offsets have no holes, and two writers never wait for each other in a circle.
 */
const APPEND = `
  WITH wanted AS (SELECT part, count(*) AS n FROM unnest($2::int[]) AS part GROUP BY part),
  held AS (
    SELECT p.part, p.next_offset FROM log.partition p JOIN wanted USING (part) WHERE p.topic = $1 ORDER BY p.part FOR UPDATE OF p
  ), moved AS (
    UPDATE log.partition p SET next_offset = held.next_offset + wanted.n FROM held JOIN wanted USING (part)
    WHERE p.topic = $1 AND p.part = held.part
  ), stored AS (
    INSERT INTO log.record (topic, part, log_offset, key, value, headers)
    SELECT $1, r.part, held.next_offset + r.nth, r.key, r.value, r.headers
    FROM unnest($2::int[], $3::int[], $4::text[], $5::bytea[], $6::text[]) AS r (part, nth, key, value, headers) JOIN held USING (part)
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM stored)::int AS stored, pg_notify('${CHANNEL}', $1)`;

/** The statement that appends a batch; it answers how many records it `stored`. */
export function appendStatement(topic: string, records: readonly PlacedRecord[]): { name: string; text: string; values: unknown[] } {
  const counts = new Map<number, number>();
  const nth = records.map(({ partition }) => {
    const position = counts.get(partition) ?? 0;
    counts.set(partition, position + 1);
    return position;
  });
  return {
    name: 'append to the log',
    text: APPEND,
    values: [
      topic,
      records.map((record) => record.partition),
      nth,
      records.map((record) => record.key),
      records.map((record) => record.value),
      records.map((record) => JSON.stringify(record.headers)),
    ],
  };
}
