import type { Database, Scope } from '#persistence/database';

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
  /** What people did, in turn: JSON of `at`, `type` of the event, `by`, `reason`. */
  readonly course: unknown;
}

/** The place of a row in the list: overdue first, then P falling, then the id. */
export interface CandidatePlace {
  readonly overdue: boolean;
  readonly p: number;
  readonly id: string;
}

export interface CandidateListing {
  readonly state?: string;
  readonly cadre?: string;
  /** Only what comes after this place. */
  readonly after?: CandidatePlace;
  readonly limit: number;
}

const ROW = `id, cadre_id, cadre_name, post, unit_name, state, proposed_on::text AS proposed_on, due_on::text AS due_on, overdue,
  level, e_milli, p_milli, recommended ->> 'disposition' AS disposition, decided_at`;

/** What the console asks about candidates, from its view alone. */
export class CandidateQueries {
  constructor(private readonly database: Database) {}

  /** In the order of CandidatePlace; overdue is judged by the database's clock. */
  async list(scope: Scope, { state, cadre, after, limit }: CandidateListing): Promise<readonly CandidateListRow[]> {
    return this.database.readAs(scope, async (reading) =>
      reading.query<CandidateListRow>(
        `SELECT ${ROW}
         FROM console.candidate
        WHERE ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR cadre_id = $2)
          AND ($3::boolean IS NULL OR overdue < $3 OR (overdue = $3 AND (p_milli < $4 OR (p_milli = $4 AND id > $5))))
        ORDER BY overdue DESC, p_milli DESC, id LIMIT $6`,
        [state ?? null, cadre ?? null, after?.overdue ?? null, after?.p ?? 0, after?.id ?? null, limit],
      ),
    );
  }

  async find(scope: Scope, id: string): Promise<CandidateFileRow | undefined> {
    const [row] = await this.database.readAs(scope, async (reading) =>
      reading.query<CandidateFileRow>(
        `SELECT ${ROW}, policy, leading_matter, reasons, rest, recommended -> 'reasons' AS recommended_because, later_events,
                dismissal_reason, dismissal_asked_by, decided_by, clue_number,
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
