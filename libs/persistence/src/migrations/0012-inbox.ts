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

/** An item that fits somebody badly is named by two clerks; how a subject was found is remembered. */
const MATCHING = `
  ALTER TABLE resolver.triage ADD COLUMN proposed_cadre text, ADD COLUMN proposed_by text, ADD COLUMN proposed_at timestamptz;
  ALTER TABLE resolver.signal ADD COLUMN evidence text`;

/** A signal is seen by whoever sees its subject or its item in triage, an envelope by whoever sees the signal or what it waits for. */
const POLICIES: Readonly<Record<string, string>> = {
  'resolver.signal': `EXISTS (
    SELECT FROM resolver.post_history held
     WHERE held.cadre_id = signal.subject AND held.from_day <= (SELECT console.today())
       AND (held.left_day IS NULL OR held.left_day > (SELECT console.today())))
    OR (signal.subject LIKE 'unit:%' AND EXISTS (SELECT FROM resolver.unit WHERE unit.code = substr(signal.subject, 6)))
    OR EXISTS (SELECT FROM resolver.triage WHERE triage.event_id = signal.event_id)`,
  'resolver.envelope': `EXISTS (SELECT FROM resolver.signal WHERE signal.event_id = envelope.event_id)
    OR EXISTS (SELECT FROM resolver.waiting WHERE waiting.event_id = envelope.event_id)`,
};

const VIEW = `
  CREATE VIEW console.signal WITH (security_invoker = true) AS
    SELECT envelope.event_id, envelope.arrival, envelope.type, envelope.channel, envelope.agency, agency.name AS agency_name,
           envelope.source, envelope.number, envelope.received_on, envelope.occurred_on, envelope.severity, envelope.verification,
           coalesce(signal.state, 'waiting') AS state, signal.subject, signal.evidence,
           CASE WHEN signal.state = 'refused' THEN coalesce(triage.because, 'its-signal-not-taken') END AS because,
           waiting.awaits,
           CASE WHEN waiting.awaits IS NULL THEN NULL
                WHEN EXISTS (SELECT FROM resolver.triage item WHERE item.event_id = waiting.awaits AND item.state = 'open')
                THEN 'subject-not-known' ELSE 'not-received' END AS awaited,
           triage.unit_code AS named_unit
      FROM resolver.envelope
      LEFT JOIN resolver.signal USING (event_id)
      LEFT JOIN resolver.triage USING (event_id)
      LEFT JOIN resolver.waiting USING (event_id)
      LEFT JOIN gateway.agency ON agency.code = envelope.agency`;

const READERS = 'liuqu_console, liuqu_console_all';
const GRANTS = `
  GRANT SELECT ON resolver.envelope, console.signal TO ${READERS};
  GRANT SELECT (event_id, state, subject, evidence) ON resolver.signal TO ${READERS};
  GRANT SELECT (because, proposed_cadre, proposed_by, proposed_at) ON resolver.triage TO ${READERS}`;

export class Inbox1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECEIPTS);
    await runner.query(ENVELOPE);
    await runner.query(MATCHING);
    for (const [table, sees] of Object.entries(POLICIES)) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY seen_in_scope ON ${table} FOR SELECT TO liuqu_console USING (${sees})`);
      await runner.query(`CREATE POLICY seen_as_a_whole ON ${table} FOR SELECT TO liuqu_console_all USING (true)`);
    }
    await runner.query(VIEW);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.signal;
      DROP TABLE resolver.envelope;
      DROP POLICY seen_in_scope ON resolver.signal;
      DROP POLICY seen_as_a_whole ON resolver.signal;
      ALTER TABLE resolver.signal DISABLE ROW LEVEL SECURITY;
      REVOKE ALL ON resolver.signal FROM ${READERS};
      REVOKE SELECT (event_id, state, subject, evidence) ON resolver.signal FROM ${READERS};
      DROP VIEW projector.receipt_state;
      CREATE VIEW projector.receipt_state AS SELECT DISTINCT event_id FROM projector.ledger WHERE state = 'folded';
      DROP VIEW resolver.receipt_state;
      CREATE VIEW resolver.receipt_state AS
        SELECT event_id, state FROM resolver.signal
        UNION ALL
        SELECT event_id, 'waiting' FROM resolver.waiting;
      ALTER TABLE resolver.signal DROP COLUMN evidence;
      ALTER TABLE resolver.triage DROP COLUMN because, DROP COLUMN proposed_cadre, DROP COLUMN proposed_by, DROP COLUMN proposed_at;
    `);
  }
}
