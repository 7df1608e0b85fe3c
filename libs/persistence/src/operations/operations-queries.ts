import type { Database } from '#persistence/database';

export interface ParkedRow {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly reason: string;
  readonly at: Date;
  /** Of all that nobody has settled, whatever the limit. */
  readonly count: number;
}

export interface WorkRow {
  readonly waiting: number;
  readonly held: number;
  readonly late: number;
  readonly oldest: string | null;
  readonly incomplete: number;
  readonly shown_on: string | null;
  readonly changes: number;
  readonly latest: string;
}

/**
 * What who runs the system asks: counts, days and places of messages; never whom or what something is about. Read as the owner
 * of the tables, for a scope would make the counts of a whole installation wrong.
 */
export class OperationsQueries {
  constructor(private readonly database: Database) {}

  /** The oldest that nobody has settled. */
  async parked(limit: number): Promise<readonly ParkedRow[]> {
    return this.database.query<ParkedRow>(
      `SELECT consumer_group AS "group", topic, part AS partition, log_offset::float8 AS offset, reason, at, count(*) OVER ()::int AS count
         FROM log.parked WHERE resolved_at IS NULL ORDER BY at, consumer_group, topic, part, log_offset LIMIT $1`,
      [limit],
    );
  }

  async work(): Promise<WorkRow> {
    const rows = await this.database.query<WorkRow>(
      `SELECT open.waiting, open.held, open.late, open.oldest, reading.incomplete, reading.shown_on, change.changes, change.latest
         FROM (SELECT count(*)::int AS waiting, count(*) FILTER (WHERE state = 'held')::int AS held,
                      count(*) FILTER (WHERE due_on < day.today)::int AS late,
                      min(due_on) FILTER (WHERE due_on < day.today)::text AS oldest
                 FROM workflow.candidate, (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) day
                WHERE state IN ('held', 'proposed', 'dismissal-asked') AND overdue_noted_at IS NULL) open,
              (SELECT count(*) FILTER (WHERE blocked_by IS NOT NULL)::int AS incomplete, min(shown_on)::text AS shown_on
                 FROM console.reading) reading,
              (SELECT count(*)::int AS changes, (array_agg(name ORDER BY timestamp DESC))[1] AS latest FROM public.schema_change) change`,
      [],
    );
    const [row] = rows;
    if (row === undefined) throw new RangeError('counts are one row');
    return row;
  }
}
