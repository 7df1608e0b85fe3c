import type { Transaction } from '#persistence/transaction';

/** A table of decided events, one stream for each key: appended to and never changed. */
export interface EventStreams {
  readonly table: string;
  /** The column that names the stream. */
  readonly key: string;
  /** What the lock of a stream is called, before its name. */
  readonly lock: string;
}

/** The events of a stream, in their order; nobody else changes it until the transaction ends. */
export async function takeStream<Event>(tx: Transaction, { table, key, lock }: EventStreams, name: string): Promise<readonly Event[]> {
  // A statement of its own: what is read afterwards includes what the last holder of the lock committed.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${lock} ${name}`]);
  const stream = await tx.query<{ body: string }>(`SELECT body FROM ${table} WHERE ${key} = $1 ORDER BY version`, [name]);
  return stream.map((row) => JSON.parse(row.body) as Event);
}

/** @param length of the stream so far */
export async function appendToStream<Event>(
  tx: Transaction,
  { table, key }: EventStreams,
  { name, length }: { readonly name: string; readonly length: number },
  events: readonly Event[],
): Promise<void> {
  await tx.query(
    `INSERT INTO ${table} (${key}, version, body)
     SELECT $1, $2 + place, body FROM unnest($3::text[]) WITH ORDINALITY AS decided (body, place)`,
    [name, length, events.map((event) => JSON.stringify(event))],
  );
}
