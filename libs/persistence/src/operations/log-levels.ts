import type { Database } from '#persistence/database';

export interface OutboxLevel {
  readonly writer: string;
  readonly rows: number;
  readonly held: number;
  /** Seconds that the oldest row which is not held has waited by the clock of the database; 0 when none waits. */
  readonly oldest: number;
}

/** What waits to go out, one level per writer. */
export async function outboxLevels(database: Database, writers: readonly string[]): Promise<readonly OutboxLevel[]> {
  return database.query<OutboxLevel>(
    `SELECT writer, count(id)::int AS rows, count(held)::int AS held,
            greatest(coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE held IS NULL)), 0), 0)::float8 AS oldest
       FROM unnest($1::text[]) AS writers (writer) LEFT JOIN log.outbox USING (writer) GROUP BY writer`,
    [writers],
  );
}

/** Messages of each group that could not be read and that nobody has settled. */
export async function parkedCounts(
  database: Database,
  groups: readonly string[],
): Promise<readonly { readonly group: string; readonly count: number }[]> {
  return database.query(
    `SELECT name AS "group", count(part)::int AS count FROM unnest($1::text[]) AS name
       LEFT JOIN log.parked ON consumer_group = name AND resolved_at IS NULL GROUP BY name`,
    [groups],
  );
}
