import type { KnownEdge } from '#domain/risk/known-history';
import type { Policy } from '#domain/risk/policy';
import { oddsPolicyCalled } from '#persistence/odds-policies';
import type { Transaction } from '#persistence/transaction';

/** One change of what was announced: by which event, and the name of the policy that was live then. */
export interface ToldRow {
  readonly subject: string;
  readonly cause: string;
  readonly policy: string;
}
export interface ToldAlert extends ToldRow {
  /** Undefined for an alert that was corrected to nothing. */
  readonly edge: KnownEdge | undefined;
}
export interface ToldGate extends ToldRow {
  readonly holds: boolean;
}

/** What was announced of one subject, as it stands after its corrections; by event. */
export interface Told {
  readonly alerts: Map<string, ToldAlert>;
  readonly gates: Map<string, ToldGate>;
}

export const nothingTold = (): Told => ({ alerts: new Map(), gates: new Map() });

/** What was announced of subjects. */
export async function readTold(tx: Transaction, subjects: readonly string[]): Promise<Map<string, Told>> {
  const told = new Map(subjects.map((subject) => [subject, nothingTold()]));
  if (subjects.length === 0) return told;
  const alerts = await tx.query<ToldRow & { edge: string | null }>(
    'SELECT subject, cause, policy, edge FROM projector.told_alert WHERE subject = ANY($1::text[])',
    [subjects],
  );
  for (const { edge, ...row } of alerts) {
    told.get(row.subject)?.alerts.set(row.cause, { ...row, edge: edge === null ? undefined : (JSON.parse(edge) as KnownEdge) });
  }
  const gates = await tx.query<ToldGate>('SELECT subject, cause, policy, holds FROM projector.told_gate WHERE subject = ANY($1::text[])', [
    subjects,
  ]);
  for (const row of gates) told.get(row.subject)?.gates.set(row.cause, row);
  return told;
}

/** The policies that were live when this was announced, by name. */
export async function policiesOf(tx: Transaction, told: Iterable<Told>): Promise<Map<string, Policy>> {
  const rows = [...told].flatMap(({ alerts, gates }) => [...alerts.values(), ...gates.values()]);
  const policies = new Map<string, Policy>();
  for (const name of new Set(rows.map(({ policy }) => policy))) policies.set(name, (await oddsPolicyCalled(tx, name)).policy);
  return policies;
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
