import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the console may read: views over what the apps own, never their tables. */
export class ConsoleViews1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA console;
      CREATE VIEW console.post_held AS
        SELECT history.cadre_id, history.post_code, post.title, post.unit_code, unit.name AS unit_name, post.factors,
               history.from_day, history.left_day
          FROM resolver.post_history history
          JOIN resolver.post post ON post.code = history.post_code
          JOIN resolver.unit unit ON unit.code = post.unit_code;
      CREATE VIEW console.standing AS
        SELECT cadre.id, cadre.name, cadre.category, reading.shown_e AS e_milli, reading.shown_p AS p_milli,
               reading.shown_level AS level, CASE WHEN reading.shown_level = reading.level THEN reading.entered_on END AS entered_on,
               reading.shown_on AS as_of, reading.state, reading.blocked_by
          FROM resolver.cadre cadre
          LEFT JOIN projector.reading reading ON reading.subject = cadre.id
         WHERE NOT cadre.managed_higher;
      CREATE VIEW console.cadre AS
        SELECT standing.*, held.post_code, held.title AS post, held.unit_code, held.unit_name
          FROM console.standing standing
          LEFT JOIN LATERAL (
            SELECT post_held.* FROM console.post_held
             WHERE post_held.cadre_id = standing.id
               AND post_held.from_day <= (now() AT TIME ZONE 'Asia/Shanghai')::date
               AND (post_held.left_day IS NULL OR post_held.left_day > (now() AT TIME ZONE 'Asia/Shanghai')::date)
             ORDER BY post_held.from_day DESC, post_held.post_code LIMIT 1
          ) held ON true;
      CREATE VIEW console.ledger AS
        SELECT subject, event_id, assignment, log_offset, place, entry FROM projector.ledger WHERE state = 'folded';
      CREATE VIEW console.unit AS SELECT code, name, parent_code, category FROM resolver.unit;
      CREATE VIEW console.candidate AS
        SELECT candidate.*, cadre.name AS cadre_name, cadre.post, cadre.unit_code, cadre.unit_name,
               (candidate.state IN ('proposed', 'dismissal-asked')
                 AND candidate.due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date) AS overdue
          FROM workflow.candidate candidate
          JOIN console.cadre cadre ON cadre.id = candidate.cadre_id;
      CREATE VIEW console.clue_check AS
        SELECT clue_check.*, standing.name AS cadre_name
          FROM workflow.clue_check
          JOIN console.standing ON standing.id = clue_check.cadre_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA console CASCADE');
  }
}
