import type { TriageItem } from '#contracts/console/triage';
import type { Database, Scope } from '#persistence/database';

/** An open item as the scope of a reader shows it. */
export interface OpenItemRow {
  readonly event_id: string;
  /** In UTC, to the microsecond: two items of one page differ by it. */
  readonly created_at: string;
  readonly about: TriageItem['about'];
  readonly named: string | null;
  readonly unit_code: string | null;
  readonly unit_name: string | null;
  readonly post: string | null;
  readonly label: string;
  readonly channel: TriageItem['channel'];
  readonly agency: string | null;
  readonly agency_name: string | null;
  readonly number: string | null;
  readonly received_on: string;
  readonly occurred_on: string | null;
  readonly waiting: number;
  readonly proposed_cadre: string | null;
  readonly proposed_name: string | null;
  readonly proposed_by: string | null;
  readonly proposed_at: Date | null;
}

export interface OpenItemsAsked {
  /** Only this one. */
  readonly eventId?: string;
  /** Only what comes after this place: time and id. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

/** Open items in a scope, the oldest first. */
export async function openItems(database: Database, scope: Scope, { eventId, after, limit }: OpenItemsAsked): Promise<OpenItemRow[]> {
  const sql = `
    SELECT item.event_id, to_char(item.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS created_at, item.about, item.named, item.unit_code, unit.name AS unit_name, item.post,
           item.label, item.channel, envelope.agency, agency.name AS agency_name, envelope.number, item.received_on::text AS received_on,
           envelope.occurred_on::text AS occurred_on,
           (SELECT count(*)::int FROM resolver.waiting WHERE awaits = item.event_id) AS waiting,
           proposed.id AS proposed_cadre, proposed.name AS proposed_name, item.proposed_by, item.proposed_at
      FROM resolver.triage item
      LEFT JOIN resolver.envelope USING (event_id)
      LEFT JOIN gateway.agency ON agency.code = envelope.agency
      LEFT JOIN resolver.unit ON unit.code = item.unit_code
      LEFT JOIN resolver.cadre proposed ON proposed.id = item.proposed_cadre
     WHERE item.state = 'open' AND ($1::uuid IS NULL OR item.event_id = $1)
       AND ($2::timestamptz IS NULL OR (item.created_at, item.event_id) > ($2::timestamptz, $3::uuid))
     ORDER BY item.created_at, item.event_id LIMIT $4`;
  const parameters = [eventId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit];
  return database.readAs(scope, async (reading) => reading.query<OpenItemRow>(sql, parameters));
}

export async function countOpen(database: Database, scope: Scope): Promise<number> {
  const sql = `SELECT count(*)::int AS open FROM resolver.triage WHERE state = 'open'`;
  const [row] = await database.readAs(scope, async (reading) => reading.query<{ open: number }>(sql));
  return row?.open ?? 0;
}
