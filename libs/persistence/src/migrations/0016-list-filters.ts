import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'liuqu_console, liuqu_console_all';

/** The views that 0007 and 0009 made; a column can be taken from a view only by making it again, with those that read it. */
const viewsWith = (channels: string, category: string): string => `
  DROP VIEW console.candidate, console.clue_check, console.cadre, console.standing;
  CREATE VIEW console.standing WITH (security_invoker = true) AS
    SELECT cadre.id, cadre.name, cadre.category, reading.shown_e AS e_milli, reading.shown_p AS p_milli,
           reading.shown_level AS level, CASE WHEN reading.shown_level = reading.level THEN reading.entered_on END AS entered_on,
           reading.shown_on AS as_of, reading.state, reading.blocked_by${channels}
      FROM resolver.cadre cadre
      LEFT JOIN projector.reading reading ON reading.subject = cadre.id
     WHERE NOT cadre.managed_higher;
  CREATE VIEW console.cadre WITH (security_invoker = true) AS
    SELECT standing.id, standing.name, standing.category, standing.e_milli, standing.p_milli, standing.level, standing.entered_on,
           standing.as_of, standing.state, standing.blocked_by, held.post_code, held.title AS post, held.unit_code, held.unit_name
      FROM console.standing standing
      LEFT JOIN LATERAL (
        SELECT post_held.* FROM console.post_held
         WHERE post_held.cadre_id = standing.id
           AND post_held.from_day <= (now() AT TIME ZONE 'Asia/Shanghai')::date
           AND (post_held.left_day IS NULL OR post_held.left_day > (now() AT TIME ZONE 'Asia/Shanghai')::date)
         ORDER BY post_held.from_day DESC, post_held.post_code LIMIT 1
      ) held ON true;
  CREATE VIEW console.candidate WITH (security_invoker = true) AS
    SELECT candidate.*, cadre.name AS cadre_name, cadre.post, cadre.unit_code, cadre.unit_name,
           (candidate.state IN ('proposed', 'dismissal-asked')
             AND candidate.due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date) AS overdue${category}
      FROM workflow.candidate candidate
      JOIN console.cadre cadre ON cadre.id = candidate.cadre_id;
  CREATE VIEW console.clue_check WITH (security_invoker = true) AS
    SELECT clue_check.*, standing.name AS cadre_name
      FROM workflow.clue_check
      JOIN console.standing ON standing.id = clue_check.cadre_id;
  GRANT SELECT ON console.standing, console.cadre, console.candidate, console.clue_check TO ${READERS}`;

/**
 * Which channels contribute today, one bit each, beside the other shown numbers. A level is looked for with its masks in one index;
 * neither changes with most events, so that most updates of a reading stay on their page.
 */
export class ListFilters1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projector.reading ADD COLUMN shown_channels smallint NOT NULL DEFAULT 0;
      DROP INDEX projector.reading_by_level;
      CREATE INDEX reading_by_level ON projector.reading (shown_level DESC, shown_channels);
    `);
    // What SQL cannot tell of a packed state, the sweep writes when it brings what is not of today to today.
    await runner.query('UPDATE projector.reading SET shown_on = shown_on - 1');
    await runner.query(viewsWith(', reading.shown_channels AS channels', ', cadre.category'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(viewsWith('', ''));
    await runner.query(`
      DROP INDEX projector.reading_by_level;
      CREATE INDEX reading_by_level ON projector.reading (shown_level DESC);
      ALTER TABLE projector.reading DROP COLUMN shown_channels;
    `);
  }
}
