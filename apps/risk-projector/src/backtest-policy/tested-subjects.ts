import type { Tested } from '#domain/backtest/backtest';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Database } from '#persistence/database';

/** Whom a higher level manages is not entered, so not tested either. */
const SUBJECTS = 'FROM projector.ledger WHERE subject NOT IN (SELECT subject FROM resolver.managed_higher)';

interface BearingsRow {
  readonly cadre_id: string;
  readonly category: string;
  readonly unit: string;
  readonly region: string;
  readonly principal: boolean;
}

interface DecidedRow {
  readonly cadre_id: string;
  readonly cause: string;
  readonly taken: boolean;
  readonly reasons: readonly { readonly code: string; readonly channel: string; readonly grade: string }[];
}

export async function countSubjects(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(`SELECT count(DISTINCT subject)::int AS count ${SUBJECTS}`);
  return row?.count ?? 0;
}

/**
 * The next subjects by name, with their ledgers, bearings and decided candidates.
 * @param after the last one of the page before; '' for the first page
 */
export async function testedAfter(database: Database, after: string, page: number): Promise<readonly Tested[]> {
  const found = await database.query<{ subject: string }>(
    `SELECT subject ${SUBJECTS} AND subject > $1 GROUP BY subject ORDER BY subject LIMIT $2`,
    [after, page],
  );
  const subjects = found.map(({ subject }) => subject);
  if (subjects.length === 0) return [];
  const [entries, bearings, decided] = await Promise.all([
    database.query<{ subject: string; entry: string }>(
      `SELECT subject, entry FROM projector.ledger WHERE subject = ANY($1::text[]) AND state = 'folded' ORDER BY log_offset, place`,
      [subjects],
    ),
    database.query<BearingsRow>('SELECT * FROM resolver.bearings WHERE cadre_id = ANY($1::text[])', [subjects]),
    database.query<DecidedRow>('SELECT * FROM workflow.decided_candidate WHERE cadre_id = ANY($1::text[])', [subjects]),
  ]);
  const ledgers = Map.groupBy(entries, ({ subject }) => subject);
  const standing = new Map(bearings.map((row) => [row.cadre_id, row]));
  const candidates = Map.groupBy(decided, ({ cadre_id: subject }) => subject);
  return subjects.map((subject) => ({
    subject,
    entries: (ledgers.get(subject) ?? []).map(({ entry }) => JSON.parse(entry) as LedgerEntry),
    bearings: bearingsOf(standing.get(subject)),
    decided: candidates.get(subject) ?? [],
  }));
}

function bearingsOf(row: BearingsRow | undefined): Tested['bearings'] {
  if (row === undefined) return undefined;
  const { unit, region, category, principal } = row;
  return { unit, region, category, rank: principal ? 'principal' : 'other' };
}
