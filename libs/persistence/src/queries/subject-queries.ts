import type { Database, Scope } from '#persistence/database';
import type { StoredOverride } from '#persistence/override-row';

/** A signal as its sender wrote it; the name is null for an agency that the door no longer knows. */
export interface AsSentRow {
  readonly event_id: string;
  readonly agency: string;
  readonly agency_name: string | null;
  readonly number: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One entry of a ledger as JSON text, at its place among those of the fact at that offset. */
export interface KeptEntry {
  readonly entry: string;
  readonly log_offset: string;
  readonly place: number;
}

/** What people said belongs together. */
export interface JoiningOfSubject {
  readonly id: string;
  readonly kind: 'link' | 'campaign';
  readonly signals: readonly string[];
  readonly texts: number | null;
  readonly accounts: number | null;
  readonly reason: string;
  readonly made_by: string;
  readonly made_on: string;
  readonly undone_by: string | null;
  readonly undone_on: string | null;
  readonly undone_because: string | null;
}

/** What is asked of any subject of readings, cadre or unit. */
export class SubjectQueries {
  constructor(private readonly database: Database) {}

  /** The folded ledger entries, in the order of the log. */
  async ledger(scope: Scope, subject: string): Promise<readonly KeptEntry[]> {
    const sql = 'SELECT entry, log_offset, place FROM console.ledger WHERE subject = $1 ORDER BY log_offset, place';
    return this.ask<KeptEntry>(scope, sql, subject);
  }

  /** Of signals that count or are shown; of what was taken back nothing is kept. */
  async asSent(scope: Scope, subject: string): Promise<readonly AsSentRow[]> {
    return this.ask<AsSentRow>(
      scope,
      'SELECT event_id, agency, agency_name, number, fields FROM console.signal_as_sent WHERE subject = $1',
      subject,
    );
  }

  /** The newest first, what was undone too. */
  async joinings(scope: Scope, subject: string): Promise<readonly JoiningOfSubject[]> {
    return this.ask<JoiningOfSubject>(scope, 'SELECT * FROM console.joining WHERE subject = $1 ORDER BY made_on DESC, id', subject);
  }

  /** Levels that people set beside the computed one, the newest first. */
  async overrides(scope: Scope, subject: string): Promise<readonly StoredOverride[]> {
    return this.ask<StoredOverride>(scope, 'SELECT * FROM console.override WHERE subject = $1 ORDER BY asked_on DESC, id', subject);
  }

  private async ask<Row>(scope: Scope, sql: string, subject: string): Promise<Row[]> {
    return this.database.readAs(scope, async (reading) => reading.query<Row>(sql, [subject]));
  }
}
