import type { Database, Reading, Scope } from '#persistence/database';

export interface CandidateListRow {
  readonly id: string;
  readonly cadre_id: string;
  readonly cadre_name: string;
  readonly post: string | null;
  readonly unit_name: string | null;
  readonly state: string;
  readonly proposed_on: string;
  readonly due_on: string;
  readonly overdue: boolean;
  readonly level: string;
  readonly e_milli: number;
  readonly p_milli: number;
  readonly disposition: string;
  readonly decided_at: Date | null;
  readonly basis_changed: boolean;
  readonly to_review: boolean;
}

/** One candidate whole. */
export interface CandidateFileRow extends CandidateListRow {
  readonly policy: string;
  readonly leading_matter: string;
  /** Frozen when proposed, as the workflow stored them. */
  readonly reasons: unknown;
  readonly rest: unknown;
  readonly recommended_because: unknown;
  readonly later_events: unknown;
  readonly dismissal_reason: string | null;
  readonly dismissal_asked_by: string | null;
  readonly decided_by: string | null;
  readonly clue_number: string | null;
  /** As the workflow stored them. */
  readonly basis_changes: unknown;
  /** What people did, in turn: JSON of `at`, `type` of the event, `by`, `reason`. */
  readonly course: unknown;
}

export type CandidateTaskRow = Pick<CandidateListRow, 'id' | 'proposed_on'>;

/** The place of a row in the list: overdue first, then P falling, then the id. */
export interface CandidatePlace {
  readonly overdue: boolean;
  readonly p: number;
  readonly id: string;
}

/** What is undefined does not matter. */
export interface CandidateFilters {
  /** One, or `open`: what waits for a decision. */
  readonly state?: string;
  /** As of the proposal. */
  readonly level?: string;
  /** Whose cadre holds a post in its tree today, with that post: what is seen by a person whose scope this unit is. */
  readonly unit?: string;
  /** Of the cadre. */
  readonly category?: string;
  /** Of one of the frozen reasons. */
  readonly channel?: string;
  /** Of whose basis something has fallen away, or whose decision waits for a look because of it. */
  readonly basis?: 'changed' | 'to-review';
}

export interface CandidateListing extends CandidateFilters {
  /** Only what comes after this place. */
  readonly after?: CandidatePlace;
  readonly limit: number;
}

/** Who said last how many a day are proposed without a look; undefined while nobody has. */
export interface CandidateLimitRow {
  readonly most: number;
  readonly set_by: string;
  readonly set_at: Date;
  readonly reason: string;
}

/** The limit, how many of the scope are held, and the first last day among them. */
export interface BrakeRow {
  readonly limit: CandidateLimitRow | undefined;
  readonly held: number;
  readonly oldest: string | null;
}

const ROW = `id, cadre_id, cadre_name, post, unit_name, state, proposed_on::text AS proposed_on, due_on::text AS due_on, overdue,
  level, e_milli, p_milli, recommended ->> 'disposition' AS disposition, decided_at, basis_changes <> '[]' AS basis_changed, to_review`;

const OPEN = ['proposed', 'dismissal-asked'];

const FITS = `($1::text[] IS NULL OR state = ANY ($1)) AND ($2::text IS NULL OR level = $2)
  AND ($3::text IS NULL OR category = $3) AND ($4::text IS NULL OR reasons @> jsonb_build_array(jsonb_build_object('channel', $4)))
  AND ($5::text IS NULL OR CASE WHEN $5 = 'to-review' THEN to_review ELSE basis_changes <> '[]' END)`;

type Sought = Omit<CandidateListing, 'after' | 'limit' | 'unit'>;

const parametersOf = ({ state, level, category, channel, basis }: Sought): unknown[] =>
  [state === 'open' ? OPEN : state && [state], level, category, channel, basis].map((value) => value ?? null);

/** What the console asks about candidates, from its view alone. */
export class CandidateQueries {
  constructor(private readonly database: Database) {}

  /** In the order of CandidatePlace; overdue is judged by the database's clock. */
  async list(scope: Scope, { after, limit, unit, ...sought }: CandidateListing): Promise<readonly CandidateListRow[]> {
    const work = async (reading: Reading): Promise<CandidateListRow[]> =>
      reading.query<CandidateListRow>(
        `SELECT ${ROW}
         FROM console.candidate
        WHERE ${FITS} AND ($6::boolean IS NULL OR overdue < $6 OR (overdue = $6 AND (p_milli < $7 OR (p_milli = $7 AND id > $8))))
        ORDER BY overdue DESC, p_milli DESC, id LIMIT $9`,
        [...parametersOf(sought), after?.overdue ?? null, after?.p ?? 0, after?.id ?? null, limit],
      );
    return this.database.readAs(scope, work, unit);
  }

  /** All of one cadre, in the order of the list. */
  async of(scope: Scope, cadre: string): Promise<readonly CandidateListRow[]> {
    const sql = `SELECT ${ROW} FROM console.candidate WHERE cadre_id = $1 ORDER BY overdue DESC, p_milli DESC, id`;
    return this.database.readAs(scope, async (reading) => reading.query<CandidateListRow>(sql, [cadre]));
  }

  /** Of one cadre what is open or was decided in the last days, the newest first. */
  async atHand(scope: Scope, cadre: string, days: number): Promise<readonly CandidateTaskRow[]> {
    const sql = `SELECT id, proposed_on::text AS proposed_on FROM console.candidate
      WHERE cadre_id = $1 AND (state = ANY ($2) OR decided_at > now() - make_interval(days => $3))
      ORDER BY console.candidate.proposed_on DESC, id`;
    return this.database.readAs(scope, async (reading) => reading.query<CandidateTaskRow>(sql, [cadre, OPEN, days]));
  }

  /** How many fit, counted as far as `most`. */
  async count(scope: Scope, { unit, ...sought }: CandidateFilters, most: number): Promise<number> {
    const work = async (reading: Reading): Promise<number> => {
      const [row] = await reading.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM (SELECT FROM console.candidate WHERE ${FITS} LIMIT $6) found`,
        [...parametersOf(sought), most],
      );
      return row?.count ?? 0;
    };
    return this.database.readAs(scope, work, unit);
  }

  async brake(scope: Scope): Promise<BrakeRow> {
    return this.database.readAs(scope, async (reading) => {
      const [limit] = await reading.query<CandidateLimitRow>(
        'SELECT most, set_by, set_at, reason FROM console.candidate_limit ORDER BY id DESC LIMIT 1',
      );
      const [row] = await reading.query<{ held: number; oldest: string | null }>(
        `SELECT count(*)::int AS held, min(due_on)::text AS oldest FROM console.candidate WHERE state = 'held'`,
      );
      return { limit, held: row?.held ?? 0, oldest: row?.oldest ?? null };
    });
  }

  async find(scope: Scope, id: string): Promise<CandidateFileRow | undefined> {
    const [row] = await this.database.readAs(scope, async (reading) =>
      reading.query<CandidateFileRow>(
        `SELECT ${ROW}, policy, leading_matter, reasons, rest, recommended -> 'reasons' AS recommended_because, later_events,
                dismissal_reason, dismissal_asked_by, decided_by, clue_number, basis_changes,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('at', step.at, 'type', step.type, 'by', step.by, 'reason', step.reason)
                                           ORDER BY step.version), '[]')
                   FROM console.candidate_course step
                  WHERE step.cadre_id = candidate.cadre_id AND step.candidate_id = candidate.id) AS course
           FROM console.candidate WHERE id = $1::uuid`,
        [id],
      ),
    );
    return row;
  }
}
