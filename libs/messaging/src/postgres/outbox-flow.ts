import type { Database } from '#persistence/database';

const LONGEST_STAY_SECONDS = 60;

export class OutboxStuck extends Error {
  override readonly name = 'OutboxStuck';
}

/** @throws OutboxStuck while an event of one of the writers is held, or has waited for more than a minute */
export async function requireFlowing(database: Database, writers: readonly string[]): Promise<void> {
  const stuck = await database.query<{ writer: string }>(
    `SELECT writer FROM unnest($1::text[]) AS writers (writer)
      WHERE EXISTS (SELECT FROM log.outbox WHERE outbox.writer = writers.writer AND held IS NOT NULL)
         OR (SELECT created_at FROM log.outbox WHERE outbox.writer = writers.writer AND held IS NULL ORDER BY id LIMIT 1)
              < now() - make_interval(secs => ${LONGEST_STAY_SECONDS})`,
    [writers],
  );
  if (stuck.length > 0) throw new OutboxStuck(`announcements stay: ${stuck.map(({ writer }) => writer).join(', ')}`);
}
