import type { KnownEdge } from '#domain/risk/known-history';
import type { Transaction } from '#persistence/transaction';

/** What was announced of one subject, as it stands after its corrections. */
export interface Told {
  /** By event; undefined for an alert that was corrected to nothing. */
  readonly alerts: Map<string, KnownEdge | undefined>;
  /** By event, whether its passed gate still holds. */
  readonly gates: Map<string, boolean>;
}

export const nothingTold = (): Told => ({ alerts: new Map(), gates: new Map() });

/** A change of what was announced. */
export interface ToldRow {
  readonly subject: string;
  readonly cause: string;
  readonly policy: string;
}
export interface ToldAlert extends ToldRow {
  readonly edge: KnownEdge | undefined;
}
export interface ToldGate extends ToldRow {
  readonly holds: boolean;
}

/** What was announced of subjects under a policy. */
export async function readTold(tx: Transaction, subjects: readonly string[], policy: string): Promise<Map<string, Told>> {
  const told = new Map(subjects.map((subject) => [subject, nothingTold()]));
  if (subjects.length === 0) return told;
  const alerts = await tx.query<{ subject: string; cause: string; edge: string | null }>(
    'SELECT subject, cause, edge FROM projector.told_alert WHERE subject = ANY($1::text[]) AND policy = $2',
    [subjects, policy],
  );
  for (const { subject, cause, edge } of alerts) {
    told.get(subject)?.alerts.set(cause, edge === null ? undefined : (JSON.parse(edge) as KnownEdge));
  }
  const gates = await tx.query<{ subject: string; cause: string; holds: boolean }>(
    'SELECT subject, cause, holds FROM projector.told_gate WHERE subject = ANY($1::text[]) AND policy = $2',
    [subjects, policy],
  );
  for (const { subject, cause, holds } of gates) told.get(subject)?.gates.set(cause, holds);
  return told;
}

export async function keepToldAlerts(tx: Transaction, rows: readonly ToldAlert[]): Promise<void> {
  const last = lastOfEach(rows);
  if (last.length === 0) return;
  await tx.query(
    `INSERT INTO projector.told_alert (subject, cause, policy, edge) SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[])
     ON CONFLICT (subject, cause) DO UPDATE SET edge = excluded.edge`,
    [...columnsOf(last), last.map(({ edge }) => (edge === undefined ? null : JSON.stringify(edge)))],
  );
}

export async function keepToldGates(tx: Transaction, rows: readonly ToldGate[]): Promise<void> {
  const last = lastOfEach(rows);
  if (last.length === 0) return;
  await tx.query(
    `INSERT INTO projector.told_gate (subject, cause, policy, holds) SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::boolean[])
     ON CONFLICT (subject, cause) DO UPDATE SET holds = excluded.holds`,
    [...columnsOf(last), last.map(({ holds }) => holds)],
  );
}

const columnsOf = (rows: readonly ToldRow[]): readonly (readonly string[])[] => [
  rows.map(({ subject }) => subject),
  rows.map(({ cause }) => cause),
  rows.map(({ policy }) => policy),
];

/** One batch may tell of an event and correct it: what it says in the end is kept. */
function lastOfEach<Row extends ToldRow>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [`${row.subject} ${row.cause}`, row])).values()];
}
