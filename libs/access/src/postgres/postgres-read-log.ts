import {
  type KeptRead,
  type LoggedRead,
  ReadLog,
  type ReadOutcome,
  type ReadsAsked,
  type Review,
  type ReviewOpinion,
  type ReviewResult,
} from '#access/read-log';
import type { Database } from '#persistence/database';

interface ReadRow {
  readonly id: string;
  readonly at: Date;
  readonly person: string;
  readonly role: string;
  readonly unit: string | null;
  readonly endpoint: string;
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly task: string | null;
  readonly reason: string | null;
  readonly trace_id: string;
  readonly outcome: ReadOutcome;
  readonly reviewed_by: string | null;
  readonly reviewed_at: Date | null;
  readonly opinion: ReviewOpinion | null;
  readonly note: string | null;
}

function reviewOf({ reviewed_by: by, reviewed_at: at, opinion, note }: ReadRow): Review | null {
  return by === null || at === null || opinion === null || note === null ? null : { by, at, opinion, note };
}

function readOf(row: ReadRow): KeptRead {
  const { id, at, person, role, unit, endpoint, subject, purpose, task, reason, outcome } = row;
  return { id, at, person, role, unit, endpoint, subject, purpose, task, reason, traceId: row.trace_id, outcome, review: reviewOf(row) };
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export class PostgresReadLog extends ReadLog {
  constructor(private readonly database: Database) {
    super();
  }

  override async write(read: LoggedRead): Promise<void> {
    const { person, role, unit, endpoint, subject, purpose, task, reason, traceId, outcome } = read;
    await this.database.query(
      `INSERT INTO access.sensitive_read (person, role, unit, endpoint, subject, purpose, task, reason, trace_id, outcome)
       VALUES ($1, $2, $3, $4, coalesce((SELECT thing.subject FROM access.read_thing thing WHERE thing.id = $11::uuid LIMIT 1), $5), $6, $7, $8, $9, $10)`,
      [person, role, unit, endpoint, subject, purpose, task, reason, traceId, outcome, UUID.test(subject ?? '') ? subject : null],
    );
  }

  override async list({ person, subject, purpose, day, outcome, toReview, before, limit }: ReadsAsked): Promise<readonly KeptRead[]> {
    const rows = await this.database.query<ReadRow>(
      `SELECT read.id, read.at, read.person, role, unit, endpoint, subject, purpose, task, reason, trace_id, outcome,
              review.person AS reviewed_by, review.at AS reviewed_at, review.opinion, review.note
         FROM access.sensitive_read read LEFT JOIN access.read_review review ON review.read_id = read.id
        WHERE ($1::text IS NULL OR read.person = $1) AND ($2::text IS NULL OR subject = $2) AND ($3::text IS NULL OR purpose = $3)
          AND ($4::date IS NULL OR (read.at >= $4::date::timestamp AT TIME ZONE 'Asia/Shanghai'
                                    AND read.at < ($4::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'))
          AND ($5::text IS NULL OR outcome = $5) AND (NOT $6::boolean OR (reason IS NOT NULL AND review.read_id IS NULL))
          AND ($7::bigint IS NULL OR read.id < $7)
        ORDER BY read.id DESC LIMIT $8`,
      [person ?? null, subject ?? null, purpose ?? null, day ?? null, outcome ?? null, toReview ?? false, before ?? null, limit],
    );
    return rows.map(readOf);
  }

  override async review(id: string, { by, opinion, note }: Omit<Review, 'at'>): Promise<ReviewResult> {
    const [read] = await this.database.query<{ reason: string | null; own: boolean }>(
      'SELECT reason, person = $2 AS own FROM access.sensitive_read WHERE id = $1',
      [id, by],
    );
    if (!read) return 'no-such-read';
    if (read.reason === null) return 'no-review-needed';
    if (read.own) return 'own-read';
    const noted = await this.database.query<{ read_id: string }>(
      `INSERT INTO access.read_review (read_id, person, opinion, note)
       SELECT same.id, $2, $3, $4
         FROM access.sensitive_read one JOIN access.sensitive_read same USING (person, subject, purpose, reason)
        WHERE one.id = $1 AND one.person <> $2 AND (one.at AT TIME ZONE 'Asia/Shanghai')::date = (same.at AT TIME ZONE 'Asia/Shanghai')::date
       ON CONFLICT DO NOTHING RETURNING read_id`,
      [id, by, opinion, note],
    );
    return noted.some(({ read_id }) => read_id === id) ? 'noted' : 'reviewed-before';
  }
}
