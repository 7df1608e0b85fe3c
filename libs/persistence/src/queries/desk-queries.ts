import type { Database, Reading, Scope } from '#persistence/database';

export interface DeskTaskRow {
  readonly kind: DeskDuty | 'decision-to-review';
  readonly id: string;
  readonly name: string | null;
  readonly post: string | null;
  readonly unit_name: string | null;
  readonly since: string;
  readonly due_on: string | null;
  readonly overdue: boolean;
  readonly basis_changed: boolean;
  /** Of all such tasks in the scope, not of those shown. */
  readonly total: number;
}

export interface DeskAsked {
  /** What the reader is asked to do, the first to be shown first. */
  readonly duties: readonly DeskDuty[];
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

const TOTAL = '(count(*) OVER ())::int AS total';
/** Of what has no day by which to be done. */
const NO_DAY = 'NULL AS due_on, false AS overdue, false AS basis_changed';

/** What is decided and has lost its basis is to be reviewed, whatever else was asked of the reader. */
const candidatesWhere = (waits: string, kind: string): string => `
  SELECT CASE WHEN to_review THEN 'decision-to-review' ELSE '${kind}' END AS kind, id, cadre_name AS name, post, unit_name,
         (CASE WHEN to_review THEN review_since ELSE proposed_on END)::text AS since, CASE WHEN NOT to_review THEN due_on::text END AS due_on,
         overdue, basis_changes <> '[]' AS basis_changed, ${TOTAL}
    FROM console.candidate WHERE ${waits}
   ORDER BY CASE WHEN to_review THEN review_since ELSE console.candidate.due_on END, id LIMIT $1`;

/** Tasks of whoever sits in the seat, in SQL by how many are shown ($1). */
const OF_THE_SEAT = {
  'give-opinion': candidatesWhere(`state = 'proposed'`, 'give-opinion'),
  take: candidatesWhere(`state = 'proposed'`, 'take'),
  'confirm-dismissal': candidatesWhere(`state = 'dismissal-asked' OR to_review`, 'confirm-dismissal'),
} as const;

/** Tasks of a person who had no part in it before, in SQL by how many are shown ($1) and who it is ($2). */
const OF_ANOTHER = {
  /** Where the reader has named somebody already, it waits for a second person. */
  'name-subject': `
  SELECT 'name-subject' AS kind, item.event_id AS id, item.named AS name, item.post, unit.name AS unit_name, item.received_on::text AS since,
         ${NO_DAY}, ${TOTAL}
    FROM resolver.triage item LEFT JOIN resolver.unit ON unit.code = item.unit_code
   WHERE item.state = 'open' AND item.proposed_by IS DISTINCT FROM $2 ORDER BY item.received_on, item.event_id LIMIT $1`,
  /** By the first of its signals; where the reader has asked for it, it waits for another. */
  'confirm-move': `
  SELECT 'confirm-move' AS kind, signals[1] AS id, subject_name AS name, post, unit_name, asked_on AS since, ${NO_DAY}, ${TOTAL}
    FROM console.move WHERE confirmed IS NULL AND asked_by <> $2 ORDER BY asked_on, move.id LIMIT $1`,
  /** By its subject; where the reader has asked for it, it waits for another. */
  'confirm-override': `
  SELECT 'confirm-override' AS kind, asked.subject AS id, coalesce(cadre.name, unit.name) AS name, cadre.post, cadre.unit_name,
         asked.asked_on AS since, ${NO_DAY}, ${TOTAL}
    FROM console.override asked
    LEFT JOIN console.cadre ON cadre.id = asked.subject
    LEFT JOIN resolver.unit ON 'unit:' || unit.code = asked.subject
   WHERE asked.confirmed IS NULL AND asked.asked_by <> $2 AND asked.until >= console.today()::text ORDER BY asked.asked_on, asked.id LIMIT $1`,
  /** Where the reader had no part in it. */
  'approve-policy': `
  SELECT 'approve-policy' AS kind, id, name, NULL AS post, NULL AS unit_name, since, ${NO_DAY}, ${TOTAL}
    FROM console.policies_to_approve($2) ORDER BY since, id LIMIT $1`,
} as const;
export type DeskDuty = keyof typeof OF_THE_SEAT | keyof typeof OF_ANOTHER;

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

async function tasksOf(reading: Reading, { duties, reader, limit }: Omit<DeskAsked, 'from'>): Promise<Pick<DeskRows, 'tasks' | 'total'>> {
  const tasks: DeskTaskRow[] = [];
  let total = 0;
  for (const duty of duties) {
    const found = isOfTheSeat(duty)
      ? await reading.query<DeskTaskRow>(OF_THE_SEAT[duty], [limit])
      : await reading.query<DeskTaskRow>(OF_ANOTHER[duty], [limit, reader]);
    tasks.push(...found);
    total += found[0]?.total ?? 0;
  }
  return { tasks: tasks.slice(0, limit), total };
}

const isOfTheSeat = (duty: DeskDuty): duty is keyof typeof OF_THE_SEAT => duty in OF_THE_SEAT;
