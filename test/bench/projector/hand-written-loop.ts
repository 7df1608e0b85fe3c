import type { Client } from 'pg';
import type { RecordBatch } from '#messaging/event-log';

/** The limit: what 60 lines by hand reach on this machine — offset, ledger, read, update, commit; no rule, no announcement. */
export async function prepareHandWritten(client: Client, subjects: number): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS bench;
    CREATE TABLE bench.next_offset (part int PRIMARY KEY, next_offset bigint NOT NULL);
    CREATE TABLE bench.ledger (subject text, event_id uuid, log_offset bigint, body text, PRIMARY KEY (subject, event_id));
    CREATE TABLE bench.reading (subject text PRIMARY KEY, score int NOT NULL, cells text NOT NULL) WITH (fillfactor = 75);
  `);
  await client.query(
    `INSERT INTO bench.reading SELECT 'cadre:' || lpad(n::text, 26, '0'), 0, '{}' FROM generate_series(0, $1::int - 1) AS n`,
    [subjects],
  );
}

interface Row {
  readonly subject: string;
  score: number;
  cells: Record<string, number>;
}

async function readRows(client: Client, subjects: readonly string[]): Promise<Map<string, Row>> {
  const { rows } = await client.query<{ subject: string; score: number; cells: string }>(
    'SELECT subject, score, cells FROM bench.reading WHERE subject = ANY($1::text[])',
    [subjects],
  );
  return new Map(rows.map((row) => [row.subject, { ...row, cells: JSON.parse(row.cells) as Record<string, number> }]));
}

export async function takeByHand(client: Client, batch: RecordBatch): Promise<void> {
  const facts = batch.records.map((record) => ({
    offset: record.offset,
    text: record.value.toString(),
    fact: JSON.parse(record.value.toString()),
  }));
  await client.query('BEGIN');
  const first = facts[0]?.offset ?? 0;
  const moved = await client.query(
    `INSERT INTO bench.next_offset AS held VALUES ($1, $3) ON CONFLICT (part) DO UPDATE SET next_offset = $3 WHERE held.next_offset = $2`,
    [batch.partition, first, first + facts.length],
  );
  if (moved.rowCount !== 1) throw new Error('fenced');
  await client.query(
    `INSERT INTO bench.ledger SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::text[]) ON CONFLICT DO NOTHING RETURNING event_id`,
    [
      facts.map((one) => one.fact.subject),
      facts.map((one) => one.fact.eventId),
      facts.map((one) => one.offset),
      facts.map((one) => one.text),
    ],
  );
  const rows = await readRows(client, [...new Set(facts.map((one) => String(one.fact.subject)))]);
  for (const { fact } of facts) {
    const row = rows.get(fact.subject);
    if (!row) throw new Error('no such subject');
    const cell = `${fact.channel}/${fact.group}/${fact.matter}`;
    row.cells[cell] = (row.cells[cell] ?? 0) + fact.severity;
    row.score += fact.severity;
  }
  const changed = [...rows.values()];
  await client.query(
    `UPDATE bench.reading AS kept SET score = fresh.score, cells = fresh.cells
       FROM unnest($1::text[], $2::int[], $3::text[]) AS fresh (subject, score, cells) WHERE kept.subject = fresh.subject`,
    [changed.map((row) => row.subject), changed.map((row) => row.score), changed.map((row) => JSON.stringify(row.cells))],
  );
  await client.query('COMMIT');
}
