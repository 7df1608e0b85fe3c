import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the inbox and the sender's receipt are told: what came, why it takes no effect, and what it waits for. */
const RECEIPTS = `
  ALTER TABLE resolver.triage ADD COLUMN because text;
  UPDATE resolver.triage SET because = CASE WHEN reason IN ('withdrawn-by-its-source', 'corrected-by-its-source') THEN reason
                                            WHEN settled_by IS NULL THEN 'managed-higher' ELSE 'other' END WHERE state = 'refused';
  DROP VIEW resolver.receipt_state;
  CREATE VIEW resolver.receipt_state AS
    SELECT signal.event_id, signal.state, CASE WHEN signal.state = 'refused' THEN coalesce(triage.because, 'its-signal-not-taken') END AS because,
           NULL::uuid AS awaits, NULL::text AS awaited
      FROM resolver.signal LEFT JOIN resolver.triage USING (event_id)
    UNION ALL
    SELECT waiting.event_id, 'waiting', NULL, waiting.awaits,
           CASE WHEN EXISTS (SELECT FROM resolver.triage WHERE triage.event_id = waiting.awaits AND triage.state = 'open')
                THEN 'subject-not-known' ELSE 'not-received' END
      FROM resolver.waiting;
  DROP VIEW projector.receipt_state;
  CREATE VIEW projector.receipt_state AS
    SELECT event_id, bool_or(entry::jsonb ->> 'kind' <> 'signal' OR (entry::jsonb -> 's')::int > 0) AS counts
      FROM projector.ledger WHERE state = 'folded' GROUP BY event_id`;

/** One row an event, whatever became of it: of its content only what cannot hold a free text. */
const ENVELOPE = `
  CREATE TABLE resolver.envelope (
    event_id uuid PRIMARY KEY,
    arrival bigint GENERATED ALWAYS AS IDENTITY,
    type text NOT NULL,
    channel text NOT NULL,
    agency text NOT NULL,
    source text NOT NULL,
    number text NOT NULL,
    received_on date NOT NULL,
    occurred_on date,
    severity smallint,
    verification text
  );
  CREATE INDEX envelope_newest ON resolver.envelope (received_on DESC, arrival DESC)`;

export class Inbox1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECEIPTS);
    await runner.query(ENVELOPE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE resolver.envelope;
      DROP VIEW projector.receipt_state;
      CREATE VIEW projector.receipt_state AS SELECT DISTINCT event_id FROM projector.ledger WHERE state = 'folded';
      DROP VIEW resolver.receipt_state;
      CREATE VIEW resolver.receipt_state AS
        SELECT event_id, state FROM resolver.signal
        UNION ALL
        SELECT event_id, 'waiting' FROM resolver.waiting;
      ALTER TABLE resolver.triage DROP COLUMN because;
    `);
  }
}
