import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'liuqu_console, liuqu_console_all';

/** By table, the column that names the subject. */
const ABOUT_SUBJECTS = {
  'dispatcher.alert': 'alert.subject',
  'resolver.signal_as_sent': 'signal_as_sent.subject',
  'workflow.candidate': 'candidate.cadre_id',
} as const;

/**
 * Whom a higher level manages, whichever list says so: a cadre whom the registry marks or whose ID number the door's list has, a cadre
 * with a post today in a unit of the door's list, and such a unit itself (decision 0013).
 */
const MANAGED = `
  CREATE INDEX cadre_managed_higher ON resolver.cadre (id) WHERE managed_higher;
  CREATE VIEW resolver.managed_higher AS
    SELECT cadre.id AS subject FROM resolver.cadre WHERE cadre.managed_higher
    UNION ALL
    SELECT cadre.id FROM gateway.managed_higher listed JOIN resolver.cadre ON cadre.token = listed.value WHERE listed.kind = 'token'
    UNION ALL
    SELECT held.cadre_id
      FROM gateway.managed_higher listed
      JOIN resolver.unit ON unit.code = listed.value
      JOIN resolver.post_history held ON held.path = unit.path
     WHERE listed.kind = 'unit' AND held.from_day <= console.today() AND (held.left_day IS NULL OR held.left_day > console.today())
    UNION ALL
    SELECT 'unit:' || listed.value FROM gateway.managed_higher listed WHERE listed.kind = 'unit'`;

/** Readers are granted neither tokens nor the door's list, and whoever is out of their scope counts here too. Asked once a query. */
const FOR_READERS = `
  CREATE FUNCTION console.managed_higher() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 10 SET search_path = ''
    BEGIN ATOMIC
      SELECT subject FROM resolver.managed_higher;
    END;
  REVOKE ALL ON FUNCTION console.managed_higher FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION console.managed_higher TO ${READERS}`;

const standingWhere = (shown: string): string => `
  CREATE OR REPLACE VIEW console.standing WITH (security_invoker = true) AS
    SELECT cadre.id, cadre.name, cadre.category, reading.shown_e AS e_milli, reading.shown_p AS p_milli,
           reading.shown_level AS level, CASE WHEN reading.shown_level = reading.level THEN reading.entered_on END AS entered_on,
           reading.shown_on AS as_of, reading.state, reading.blocked_by, reading.shown_channels AS channels
      FROM resolver.cadre cadre
      LEFT JOIN projector.reading reading ON reading.subject = cadre.id
     WHERE ${shown}`;

async function hideWhere(runner: QueryRunner, hidden: (subject: string) => string): Promise<void> {
  for (const [table, subject] of Object.entries(ABOUT_SUBJECTS)) {
    await runner.query(`ALTER POLICY not_managed_higher ON ${table} USING (NOT ${hidden(subject)})`);
  }
}

export class ManagedHigher1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MANAGED);
    await runner.query(FOR_READERS);
    await runner.query(standingWhere('cadre.id NOT IN (SELECT console.managed_higher())'));
    await hideWhere(runner, (subject) => `${subject} IN (SELECT console.managed_higher())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await hideWhere(runner, (subject) => `EXISTS (SELECT FROM resolver.cadre WHERE cadre.id = ${subject} AND cadre.managed_higher)`);
    await runner.query(standingWhere('NOT cadre.managed_higher'));
    await runner.query('DROP FUNCTION console.managed_higher; DROP VIEW resolver.managed_higher; DROP INDEX resolver.cadre_managed_higher');
  }
}
