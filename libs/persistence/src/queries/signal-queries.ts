import type { Database, Reading, Scope } from '#persistence/database';

export interface SignalListRow {
  readonly event_id: string;
  /** Rising with arrival. */
  readonly arrival: string;
  readonly type: string;
  readonly channel: string;
  readonly agency: string;
  readonly agency_name: string | null;
  readonly number: string;
  readonly source: string;
  readonly received_on: string;
  readonly occurred_on: string | null;
  readonly severity: number | null;
  readonly verification: string | null;
  readonly state: string;
  readonly subject: string | null;
  readonly evidence: string | null;
  readonly because: string | null;
  readonly awaits: string | null;
  readonly awaited: string | null;
  readonly subject_name: string | null;
  readonly post: string | null;
  readonly unit_name: string | null;
}

/** What is undefined does not matter; days are those of receipt. */
export interface SignalFilters {
  readonly channel?: string;
  readonly type?: string;
  readonly state?: string;
  readonly agency?: string;
  /** About it, about who holds a post in its tree today, or still to be matched and naming it: what is seen by a person whose scope this unit is. */
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly event?: string;
  /** Only what is known to be about somebody. */
  readonly resolvedOnly?: boolean;
}

/** The place of a row in the list: the newest day of receipt first, then the latest arrival. */
export interface SignalPlace {
  readonly day: string;
  readonly arrival: string;
}

export interface SignalListing extends SignalFilters {
  readonly after?: SignalPlace;
  readonly limit: number;
}

export interface SignalCountRow {
  readonly facet: 'total' | 'channel' | 'type' | 'state' | 'agency';
  readonly value: string | null;
  readonly label: string | null;
  readonly count: number;
}

/** Facets: what each counts leaves out its own filter. */
const CHOSEN = {
  channel: '($1::text IS NULL OR channel = $1)',
  type: '($2::text IS NULL OR type = $2)',
  state: '($3::text IS NULL OR state = $3)',
  agency: '($4::text IS NULL OR agency = $4)',
} as const;
type Facet = keyof typeof CHOSEN;
const FACETS = Object.keys(CHOSEN) as Facet[];

const IN_DAYS = '($5::date IS NULL OR received_on >= $5) AND ($6::date IS NULL OR received_on <= $6)';
const THE_ONE = '($7::uuid IS NULL OR event_id = $7)';
const RESOLVED = `(NOT $8::boolean OR state = 'resolved')`;
const ALWAYS = `${IN_DAYS} AND ${THE_ONE} AND ${RESOLVED}`;

type Sought = Omit<SignalFilters, 'unit'>;

const parametersOf = ({ channel, type, state, agency, from, to, event, resolvedOnly = false }: Sought): unknown[] =>
  [channel, type, state, agency, from, to, event, resolvedOnly].map((value) => value ?? null);

const without = (own: Facet | 'total'): string =>
  FACETS.filter((facet) => facet !== own)
    .map((facet) => CHOSEN[facet])
    .join(' AND ');

const countOf = (facet: Facet): string =>
  `SELECT '${facet}' AS facet, ${facet} AS value, ${facet === 'agency' ? 'min(agency_name)' : 'NULL'} AS label, count(*)::int AS count
     FROM chosen WHERE ${without(facet)} GROUP BY ${facet}`;

const COUNTS = `WITH chosen AS MATERIALIZED (SELECT channel, type, state, agency, agency_name FROM console.signal WHERE ${ALWAYS})
  SELECT 'total' AS facet, NULL AS value, NULL AS label, count(*)::int AS count FROM chosen WHERE ${without('total')}
  UNION ALL ${FACETS.map(countOf).join('\n  UNION ALL ')}
  ORDER BY facet, count DESC, value`;

/** What came in, whatever became of it; what is out of scope is not there. */
export class SignalQueries {
  constructor(private readonly database: Database) {}

  /** In the order of SignalPlace. */
  async list(scope: Scope, { unit, ...listing }: SignalListing): Promise<readonly SignalListRow[]> {
    return this.database.readAs(scope, async (reading) => listIn(reading, listing), unit);
  }

  /** The fields of a signal as it was sent; undefined when they are not kept. */
  async fields(scope: Scope, eventId: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const sql = 'SELECT fields FROM console.signal_as_sent WHERE event_id = $1';
    const [row] = await this.database.readAs(scope, async (reading) =>
      reading.query<{ fields: Readonly<Record<string, unknown>> }>(sql, [eventId]),
    );
    return row?.fields;
  }

  /** Of each facet the most frequent value first. */
  async counts(scope: Scope, { unit, ...sought }: SignalFilters): Promise<readonly SignalCountRow[]> {
    return this.database.readAs(scope, async (reading) => reading.query<SignalCountRow>(COUNTS, parametersOf(sought)), unit);
  }
}

async function listIn(reading: Reading, { after, limit, ...sought }: Omit<SignalListing, 'unit'>): Promise<SignalListRow[]> {
  return reading.query<SignalListRow>(
    `WITH page AS (
       SELECT * FROM console.signal
        WHERE ${FACETS.map((facet) => CHOSEN[facet]).join(' AND ')} AND ${ALWAYS}
          AND ($9::date IS NULL OR (received_on, arrival) < ($9::date, $10::bigint))
        ORDER BY received_on DESC, arrival DESC LIMIT $11)
     SELECT page.event_id, arrival, type, channel, agency, agency_name, number, source, received_on::text AS received_on,
            occurred_on::text AS occurred_on, severity, verification, page.state, subject, evidence, because, awaits, awaited,
            coalesce(cadre.name, unit.name) AS subject_name, cadre.post, cadre.unit_name
       FROM page
       LEFT JOIN console.cadre ON cadre.id = page.subject
       LEFT JOIN console.unit ON 'unit:' || unit.code = page.subject
      ORDER BY page.received_on DESC, arrival DESC`,
    [...parametersOf(sought), after?.day ?? null, after?.arrival ?? null, limit],
  );
}
