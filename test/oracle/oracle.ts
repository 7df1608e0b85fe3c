import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freshDatabase } from '#testing/services/local-services';

/** A log of one subject and the days as of which it is read. */
export interface Case {
  readonly entries: readonly LedgerEntry[];
  readonly days: readonly number[];
}

/** What the explanation of a day says, in its units; what is 0 is left out of the records. */
export interface Read {
  readonly day: number;
  readonly E: number;
  readonly P: number;
  readonly odds: number;
  /** In units of 10⁻¹⁶, so that the product of all factors is whole. */
  readonly exposure: string;
  readonly level: number;
  readonly gateOpen: boolean;
  /** Of the measure in force: its level and its last day. */
  readonly floor: readonly [level: number, until: number] | null;
  readonly leadingMatter: string | null;
  readonly corroboration: number;
  readonly channels: Readonly<Record<string, number>>;
  /** With that of the corroboration. */
  readonly channelParts: Readonly<Record<string, number>>;
  /** By channel and matter. */
  readonly matterParts: Readonly<Record<string, number>>;
  readonly eventParts: Readonly<Record<string, number>>;
  readonly decayed: Readonly<Record<string, readonly [c: number, decayed: number]>>;
}

export interface Answer {
  /** In the order of the days, each once. */
  readonly reads: readonly Read[];
  /** Where the level ended otherwise than the day before, and the E that it went by. */
  readonly history: readonly (readonly [day: number, level: number, E: number])[];
}

interface Wanted {
  /** The last day of the histories. */
  readonly until: number;
  /** Read under it instead of the numbers of the text. */
  readonly policy?: Policy;
  /** SQL that plants a fault after the numbers. */
  readonly planted?: string;
}

const GIVEN = `
  SET jit = off;
  SET work_mem = '64MB';
  CREATE TABLE given (ledger int PRIMARY KEY, entries jsonb NOT NULL);
  CREATE TABLE wanted (ledger int, day int, PRIMARY KEY (ledger, day));
  CREATE TABLE horizon (ends int NOT NULL);
  CREATE TABLE policy (doc jsonb NOT NULL)`;
const FILL_ENTRIES = `
  INSERT INTO given SELECT place, entries FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS listed (entries, place)`;
const FILL_DAYS = `
  INSERT INTO wanted SELECT DISTINCT place, day::int
  FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS listed (days, place), jsonb_array_elements(days) AS day`;
const ANSWERS = `
  SELECT
    (SELECT coalesce(jsonb_agg(read ORDER BY day), '[]') FROM answer WHERE answer.ledger = given.ledger) AS reads,
    (SELECT coalesce(jsonb_agg(jsonb_build_array(day, level, points) ORDER BY day), '[]')
      FROM history WHERE history.ledger = given.ledger) AS history
  FROM given ORDER BY ledger`;

/** The readings of all cases together by the SQL beside this file, which was written from the text of the risk model alone. */
export async function askOracle(cases: readonly Case[], { until, policy, planted = '' }: Wanted): Promise<readonly Answer[]> {
  const { url, drop } = await freshDatabase();
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(GIVEN);
    await client.query('INSERT INTO horizon VALUES ($1)', [until]);
    await client.query(FILL_ENTRIES, [JSON.stringify(cases.map(({ entries }) => entries))]);
    await client.query(FILL_DAYS, [JSON.stringify(cases.map(({ days }) => days))]);
    await client.query(sqlOf('1-policy'));
    if (policy) await client.query('INSERT INTO policy VALUES ($1)', [JSON.stringify(policy)]);
    if (policy) await client.query(sqlOf('other-policy'));
    await client.query(planted);
    for (const part of ['2-ledger', '3-worth', '4-reading', '5-level', '6-explanation']) await client.query(sqlOf(part));
    return (await client.query<Answer>(ANSWERS)).rows;
  } finally {
    await client.end();
    await drop();
  }
}

function sqlOf(part: string): string {
  return readFileSync(join(__dirname, `${part}.sql`), 'utf8');
}
