import type { Database, Reading, Scope } from '#persistence/database';

export interface DeskTaskRow {
  readonly id: string;
  readonly name: string | null;
  readonly post: string | null;
  readonly unit_name: string | null;
  readonly since: string;
  readonly due_on: string | null;
  readonly overdue: boolean;
  readonly basis_changed: boolean;
  /** A decision that waits for a look, not the candidate for a decision. */
  readonly to_review: boolean;
  readonly is_move: boolean;
  /** Of all such tasks in the scope, not of those shown. */
  readonly total: number;
}

export interface DeskAsked {
  /** What waits for the reader: candidates in a state, signals to be matched, or nothing. */
  readonly tasks: 'proposed' | 'dismissal-asked' | 'triage' | undefined;
  /** Whether decisions whose basis changed wait for the reader, too. */
  readonly reviews: boolean;
  /** Whether moves that wait for their second person do. */
  readonly moves: boolean;
  /** Whose desk it is. */
  readonly reader: string;
  readonly limit: number;
  /** The first day of the series. */
  readonly from: string;
}

export interface DeskRows {
  readonly tasks: readonly DeskTaskRow[];
  /** Of all that waits in the scope, not of those shown. */
  readonly total: number;
  /** Places above none that cadres are at. */
  readonly levels: readonly { readonly level: number; readonly count: number }[];
  readonly open: number;
  /** Days on which nothing was proposed are not there. */
  readonly proposals: readonly { readonly day: string; readonly count: number }[];
}

const CANDIDATE_TASKS = `
  SELECT id, cadre_name AS name, post, unit_name, (CASE WHEN to_review THEN review_since ELSE proposed_on END)::text AS since,
         CASE WHEN NOT to_review THEN due_on::text END AS due_on, overdue, basis_changes <> '[]' AS basis_changed, to_review, false AS is_move,
         (count(*) OVER ())::int AS total
    FROM console.candidate WHERE state = $1 OR ($3 AND to_review)
   ORDER BY CASE WHEN to_review THEN review_since ELSE console.candidate.due_on END, id LIMIT $2`;

/** Where the reader has named somebody already, it waits for a second person. */
const TRIAGE_TASKS = `
  SELECT item.event_id AS id, item.named AS name, item.post, unit.name AS unit_name, item.received_on::text AS since,
         NULL AS due_on, false AS overdue, false AS basis_changed, false AS to_review, false AS is_move,
         (count(*) OVER ())::int AS total
    FROM resolver.triage item LEFT JOIN resolver.unit ON unit.code = item.unit_code
   WHERE item.state = 'open' AND item.proposed_by IS DISTINCT FROM $1 ORDER BY item.received_on, item.event_id LIMIT $2`;

/** By the first of its signals; where the reader has asked for it, it waits for another. */
const MOVE_TASKS = `
  SELECT signals[1] AS id, subject_name AS name, post, unit_name, asked_on AS since, NULL AS due_on, false AS overdue, false AS basis_changed,
         false AS to_review, true AS is_move, (count(*) OVER ())::int AS total
    FROM console.move WHERE confirmed IS NULL AND asked_by <> $1 ORDER BY asked_on, move.id LIMIT $2`;

/** What waits for a reader and how the scope stands; numbers of people, never an order among them. */
export class DeskQueries {
  constructor(private readonly database: Pick<Database, 'readAs'>) {}

  async show(scope: Scope, { from, ...asked }: DeskAsked): Promise<DeskRows> {
    return this.database.readAs(scope, async (reading) => {
      const levels = await reading.query<DeskRows['levels'][number]>(
        'SELECT level, count(*)::int AS count FROM console.standing WHERE level > 0 GROUP BY level',
      );
      const [candidates] = await reading.query<{ open: number }>(
        `SELECT count(*)::int AS open FROM console.candidate WHERE state IN ('proposed', 'dismissal-asked')`,
      );
      const proposals = await reading.query<DeskRows['proposals'][number]>(
        `SELECT proposed_on::text AS day, count(*)::int AS count FROM console.candidate WHERE proposed_on >= $1::date GROUP BY proposed_on`,
        [from],
      );
      return { ...(await tasksOf(reading, asked)), levels, open: candidates?.open ?? 0, proposals };
    });
  }
}

async function tasksOf(reading: Reading, asked: Omit<DeskAsked, 'from'>): Promise<Pick<DeskRows, 'tasks' | 'total'>> {
  const { moves, reader, limit } = asked;
  const moving = moves ? await reading.query<DeskTaskRow>(MOVE_TASKS, [reader, limit]) : [];
  const others = await othersOf(reading, asked);
  return { tasks: [...moving, ...others].slice(0, limit), total: (moving[0]?.total ?? 0) + (others[0]?.total ?? 0) };
}

async function othersOf(reading: Reading, { tasks, reviews, reader, limit }: Omit<DeskAsked, 'from'>): Promise<readonly DeskTaskRow[]> {
  if (tasks === undefined) return [];
  if (tasks === 'triage') return reading.query<DeskTaskRow>(TRIAGE_TASKS, [reader, limit]);
  return reading.query<DeskTaskRow>(CANDIDATE_TASKS, [tasks, limit, reviews]);
}
