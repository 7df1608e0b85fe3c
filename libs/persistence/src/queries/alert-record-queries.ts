import type { Database, Reading, Scope } from '#persistence/database';

export interface AlertRecordRow {
  readonly seq: string;
  readonly alert_id: string;
  readonly subject: string;
  readonly name: string;
  readonly post: string | null;
  readonly unit_name: string | null;
  readonly at: Date;
  /** As the dispatcher stored them. */
  readonly said: unknown;
  readonly correction: unknown;
}

export interface AlertRecordsAsked {
  readonly state?: 'standing' | 'corrected' | 'void';
  readonly level?: string;
  /** With those under it. */
  readonly unit?: string;
  /** Only those before this place, which are older. */
  readonly before?: string;
  readonly limit: number;
}

/** Alerts with what has become of them. */
export class AlertRecordQueries {
  constructor(private readonly database: Pick<Database, 'readAs'>) {}

  /** The newest first. */
  async list(scope: Scope, { state, level, unit, before, limit }: AlertRecordsAsked): Promise<readonly AlertRecordRow[]> {
    const work = async (reading: Reading): Promise<AlertRecordRow[]> =>
      reading.query<AlertRecordRow>(
        `SELECT seq, alert_id, subject, name, post, unit_name, at, said, correction
           FROM console.alert
          WHERE ($1::text IS NULL OR $1 = CASE WHEN correction IS NULL THEN 'standing'
                                               WHEN jsonb_typeof(correction -> 'now') = 'null' THEN 'void' ELSE 'corrected' END)
            AND ($2::text IS NULL OR coalesce(said ->> 'to', correction -> 'now' ->> 'to') = $2)
            AND ($3::bigint IS NULL OR seq < $3)
          ORDER BY seq DESC LIMIT $4`,
        [state ?? null, level ?? null, before ?? null, limit],
      );
    return this.database.readAs(scope, work, unit);
  }
}
