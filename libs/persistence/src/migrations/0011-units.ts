import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPED = 'liuqu_console';
const WHOLE = 'liuqu_console_all';
const READERS = `${SCOPED}, ${WHOLE}`;

const isSeen = (cadre: string): string => `EXISTS (
  SELECT FROM resolver.post_history held
   WHERE held.cadre_id = ${cadre} AND held.from_day <= (SELECT console.today())
     AND (held.left_day IS NULL OR held.left_day > (SELECT console.today())))`;
/** A unit is seen by whoever sees its row. */
export const isSeenToo = (subject: string): string => `${isSeen(subject)} OR (${subject} LIKE 'unit:%' AND EXISTS (
  SELECT FROM resolver.unit WHERE unit.code = substr(${subject}, 6)))`;

/** By subject, cadre or unit. */
const OF_SUBJECTS: Readonly<Record<string, string>> = {
  'projector.reading': 'reading.subject',
  'projector.ledger': 'ledger.subject',
  'dispatcher.alert': 'alert.subject',
};

/** What officers ask about a signal beside its weight; `number` is its sender's own. */
const AS_SENT = `
  CREATE TABLE resolver.signal_as_sent (
    event_id uuid PRIMARY KEY REFERENCES resolver.signal (event_id),
    subject text NOT NULL,
    agency text NOT NULL,
    number text NOT NULL,
    fields jsonb NOT NULL
  );
  CREATE INDEX signal_as_sent_by_subject ON resolver.signal_as_sent (subject)`;

/** The names of agencies are everybody's who has a scope. */
const NEW_POLICIES: Readonly<Record<string, string>> = {
  'resolver.signal_as_sent': isSeenToo('signal_as_sent.subject'),
  'gateway.agency': '(SELECT console.scope_begin()) IS NOT NULL',
};

const VIEWS = `
  CREATE VIEW console.unit_standing WITH (security_invoker = true) AS
    SELECT unit.code, unit.name, unit.parent_code, unit.category, reading.shown_e AS e_milli, reading.shown_p AS p_milli,
           reading.shown_level AS level, CASE WHEN reading.shown_level = reading.level THEN reading.entered_on END AS entered_on,
           reading.shown_on AS as_of, reading.state, reading.blocked_by
      FROM resolver.unit
      LEFT JOIN projector.reading reading ON reading.subject = 'unit:' || unit.code;
  CREATE VIEW console.signal_as_sent WITH (security_invoker = true) AS
    SELECT sent.event_id, sent.subject, sent.agency, agency.name AS agency_name, sent.number, sent.fields
      FROM resolver.signal_as_sent sent
      LEFT JOIN gateway.agency agency ON agency.code = sent.agency`;

const GRANTS = `
  GRANT USAGE ON SCHEMA gateway TO ${READERS};
  GRANT SELECT (code, name) ON gateway.agency TO ${READERS};
  GRANT SELECT (about) ON resolver.triage TO ${READERS};
  GRANT SELECT ON resolver.signal_as_sent, console.unit_standing, console.signal_as_sent TO ${READERS}`;

/** Units are subjects beside cadres; a person reads their readings in the scope in which the unit itself is seen. */
export class Units1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE resolver.triage ADD COLUMN about text NOT NULL DEFAULT 'person' CHECK (about IN ('person', 'unit'))`);
    await runner.query(AS_SENT);
    for (const [table, sees] of Object.entries(NEW_POLICIES)) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`CREATE POLICY seen_in_scope ON ${table} FOR SELECT TO ${SCOPED} USING (${sees})`);
      await runner.query(`CREATE POLICY seen_as_a_whole ON ${table} FOR SELECT TO ${WHOLE} USING (true)`);
    }
    for (const [table, subject] of Object.entries(OF_SUBJECTS)) {
      await runner.query(`ALTER POLICY seen_in_scope ON ${table} USING (${isSeenToo(subject)})`);
    }
    await runner.query(VIEWS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.signal_as_sent, console.unit_standing;
      REVOKE SELECT (code, name) ON gateway.agency FROM ${READERS};
      REVOKE USAGE ON SCHEMA gateway FROM ${READERS};
      DROP POLICY seen_in_scope ON gateway.agency;
      DROP POLICY seen_as_a_whole ON gateway.agency;
      ALTER TABLE gateway.agency DISABLE ROW LEVEL SECURITY;
      DROP TABLE resolver.signal_as_sent;
      ALTER TABLE resolver.triage DROP COLUMN about;
    `);
    for (const [table, subject] of Object.entries(OF_SUBJECTS)) {
      await runner.query(`ALTER POLICY seen_in_scope ON ${table} USING (${isSeen(subject)})`);
    }
  }
}
