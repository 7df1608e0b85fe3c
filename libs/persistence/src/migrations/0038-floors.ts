import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexedBy = (level: string): string => `
  DROP INDEX projector.reading_by_level;
  CREATE INDEX reading_by_level ON projector.reading (${level} DESC, shown_channels);
  ALTER INDEX projector.reading_a_${level}_shown_channels_idx RENAME TO reading_a_by_level;
  ALTER INDEX projector.reading_b_${level}_shown_channels_idx RENAME TO reading_b_by_level`;

/** What was added to a view stays there; without floors it says so. */
const readingWith = (added: string): string => `
  CREATE OR REPLACE VIEW console.reading WITH (security_invoker = true) AS
    SELECT subject, state, e_milli, p_milli, level, entered_on, as_of, last_event, blocked_by, shown_e, shown_p, shown_level, shown_on,
           shown_channels, ${added}
      FROM projector.reading WHERE slot = (SELECT console.live_slot())`;

/** Its columns stay what they were: `level` is what is shown, the day of entry that of the level of E. */
const standingBy = (level: string, isOfE: string): string => `
  CREATE OR REPLACE VIEW console.standing WITH (security_invoker = true) AS
    SELECT cadre.id, cadre.name, cadre.category, reading.shown_e AS e_milli, reading.shown_p AS p_milli, reading.${level} AS level,
           CASE WHEN ${isOfE} THEN reading.entered_on END AS entered_on,
           reading.shown_on AS as_of, reading.state, reading.blocked_by, reading.shown_channels AS channels
      FROM resolver.cadre cadre
      LEFT JOIN console.reading reading ON reading.subject = cadre.id
     WHERE cadre.id NOT IN (SELECT console.managed_higher())`;
const OF_E = 'reading.shown_level = reading.level';

/**
 * A measure in force shows at least its level until its last day: beside the level of E, which stays what edges and candidates go by,
 * stands the higher of the two, by which lists are sorted and slots compared (decision 0033).
 */
export class Floors1764000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projector.reading
        ADD COLUMN shown_floor smallint NOT NULL DEFAULT 0,
        ADD COLUMN floor_until date,
        ADD COLUMN listed_level smallint NOT NULL GENERATED ALWAYS AS (greatest(shown_level, shown_floor)) STORED;
    `);
    await runner.query(indexedBy('listed_level'));
    await runner.query(readingWith('shown_floor, floor_until, listed_level'));
    await runner.query(standingBy('listed_level', `${OF_E} AND reading.listed_level = reading.shown_level`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(standingBy('shown_level', OF_E));
    await runner.query(readingWith('0::smallint AS shown_floor, NULL::date AS floor_until, shown_level AS listed_level'));
    await runner.query(indexedBy('shown_level'));
    await runner.query('ALTER TABLE projector.reading DROP COLUMN listed_level, DROP COLUMN floor_until, DROP COLUMN shown_floor');
  }
}
