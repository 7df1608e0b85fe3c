import type { Tested } from '#domain/backtest/backtest';
import type { Policy } from '#domain/risk/policy';
import type { Database } from '#persistence/database';
import { readFacts } from '../project-signals/ledger-rows';

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

/** Which subjects by name. */
export interface Page {
  /** The last one of the page before; '' for the first page. */
  readonly after: string;
  readonly size: number;
}

/**
 * The next subjects by name, with their ledgers, bearings and decided candidates.
 * @param live by which the ledgers are read; what it cannot read waits and is left out
 */
export async function testedAfter(database: Database, { after, size }: Page, live: Policy): Promise<readonly Tested[]> {
  const found = await database.query<{ subject: string }>(
    `SELECT subject ${SUBJECTS} AND subject > $1 GROUP BY subject ORDER BY subject LIMIT $2`,
    [after, size],
  );
  const subjects = found.map(({ subject }) => subject);
  if (subjects.length === 0) return [];
  const [ledgers, bearings, decided] = await Promise.all([
    readFacts(database, subjects, live, { folded: true }),
    database.query<BearingsRow>('SELECT * FROM resolver.bearings WHERE cadre_id = ANY($1::text[])', [subjects]),
    database.query<DecidedRow>('SELECT * FROM workflow.decided_candidate WHERE cadre_id = ANY($1::text[])', [subjects]),
  ]);
  const standing = new Map(bearings.map((row) => [row.cadre_id, row]));
  const candidates = Map.groupBy(decided, ({ cadre_id: subject }) => subject);
  return subjects.map((subject) => ({
    subject,
    facts: (ledgers.get(subject) ?? []).flatMap(({ entries }) => (entries ? [entries] : [])),
    bearings: bearingsOf(standing.get(subject)),
    decided: candidates.get(subject) ?? [],
  }));
}

function bearingsOf(row: BearingsRow | undefined): Tested['bearings'] {
  if (row === undefined) return undefined;
  const { unit, region, category, principal } = row;
  return { unit, region, category, rank: principal ? 'principal' : 'other' };
}
