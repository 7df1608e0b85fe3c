import type { Scheme } from '#domain/points/scheme';
import type { Rows } from '#persistence/transaction';

/** A points scheme and the SHA-256 of its canonical JSON. */
export interface NamedScheme {
  readonly hash: string;
  readonly scheme: Scheme;
}

interface Row {
  readonly hash: string;
  readonly document: string;
}

/** Each is parsed once in a process: its name says its content, which never changes. */
const parsed = new Map<string, NamedScheme>();

function named({ hash, document }: Row): NamedScheme {
  const known = parsed.get(hash) ?? { hash, scheme: JSON.parse(document) as Scheme };
  parsed.set(hash, known);
  return known;
}

/** The points schemes that are live, as the transaction of the caller sees them, by name; none where no county has decided on one. */
export async function pointsSchemesInForce(rows: Rows): Promise<readonly NamedScheme[]> {
  const live = await rows.query<Row>(
    `SELECT hash, document FROM projector.policy WHERE kind = 'points' AND state = 'live' ORDER BY name, hash`,
  );
  return live.map(named);
}

/**
 * The scheme of a name that was live at the end of a day, so that a past day is read as it was then; before the first one, the first.
 * @returns undefined when none of that name is live today
 */
export async function pointsSchemeOn(rows: Rows, name: string, day: string): Promise<NamedScheme | undefined> {
  const live = await rows.query(`SELECT 1 FROM projector.policy WHERE kind = 'points' AND state = 'live' AND name = $1`, [name]);
  if (live.length === 0) return undefined;
  const [row] = await rows.query<Row>(
    `SELECT policy.hash, policy.document
       FROM projector.policy_in_force held JOIN projector.policy ON policy.hash = held.hash AND policy.kind = held.kind
      WHERE held.kind = 'points' AND policy.name = $1 AND policy.state IN ('approved', 'live', 'retired')
      ORDER BY held.from_day <= $2::date DESC, CASE WHEN held.from_day <= $2::date THEN held.place END DESC, held.place LIMIT 1`,
    [name, day],
  );
  return row === undefined ? undefined : named(row);
}
