import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'liuqu_console, liuqu_console_all';

/** As of the other tables about subjects: 0011 and 0019. */
const SEEN = `EXISTS (
    SELECT FROM resolver.post_history held
     WHERE held.cadre_id = joining.subject AND held.from_day <= (SELECT console.today())
       AND (held.left_day IS NULL OR held.left_day > (SELECT console.today())))
  OR (joining.subject LIKE 'unit:%' AND EXISTS (SELECT FROM resolver.unit WHERE unit.code = substr(joining.subject, 6)))`;

/**
 * What people say belongs together among the signals of one subject: matters that are one, and letters of one campaign. What was
 * undone stays, with who undid it. A signal keeps its matter beside its sender, so that people name signals and never matters.
 */
export class Joinings1764000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE resolver.signal_as_sent ADD COLUMN matter text;
      CREATE TABLE resolver.joining (
        id uuid PRIMARY KEY,
        subject text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('link', 'campaign')),
        signals uuid[] NOT NULL,
        texts int,
        accounts int,
        reason text NOT NULL,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        undone_by text,
        undone_at timestamptz,
        undone_because text
      );
      CREATE INDEX joining_by_subject ON resolver.joining (subject);
      ALTER TABLE resolver.joining ENABLE ROW LEVEL SECURITY;
      CREATE POLICY seen_in_scope ON resolver.joining FOR SELECT TO liuqu_console USING (${SEEN});
      CREATE POLICY seen_as_a_whole ON resolver.joining FOR SELECT TO liuqu_console_all USING (true);
      CREATE POLICY not_managed_higher ON resolver.joining AS RESTRICTIVE FOR SELECT TO ${READERS}
        USING (NOT subject IN (SELECT console.managed_higher()));
      CREATE VIEW console.joining WITH (security_invoker = true) AS
        SELECT id, subject, kind, signals, texts, accounts, reason, made_by,
               (made_at AT TIME ZONE 'Asia/Shanghai')::date::text AS made_on, undone_by,
               (undone_at AT TIME ZONE 'Asia/Shanghai')::date::text AS undone_on, undone_because
          FROM resolver.joining;
      GRANT SELECT ON resolver.joining, console.joining TO ${READERS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.joining;
      DROP TABLE resolver.joining;
      ALTER TABLE resolver.signal_as_sent DROP COLUMN matter;
    `);
  }
}
