import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READERS, seenBySubject } from '#persistence/migrations/rows-of-subjects';

/**
 * `points` is one row per subject and live scheme, made anew from ledger and entries; `points_entry` is what people entered and only
 * grows; `points_filling` says how far the subjects have been read under a scheme that went live.
 */
const TABLES = `
  CREATE TABLE projector.points (
    scheme text NOT NULL,
    subject text NOT NULL,
    hash text NOT NULL,
    value int NOT NULL,
    level smallint NOT NULL,
    threshold text,
    standing int NOT NULL,
    pending int NOT NULL,
    in_force int NOT NULL,
    next_change date,
    read_on date NOT NULL,
    PRIMARY KEY (scheme, subject),
    CHECK ((level = 0) = (threshold IS NULL))
  );
  CREATE INDEX points_by_level ON projector.points (scheme, level DESC, subject);
  CREATE INDEX points_by_change ON projector.points (next_change) WHERE next_change IS NOT NULL;
  CREATE TABLE projector.points_entry (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    subject text NOT NULL,
    scheme text NOT NULL,
    body text NOT NULL,
    note text CHECK (char_length(note) BETWEEN 1 AND 200),
    role text NOT NULL,
    trace_id text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX points_entry_by_subject ON projector.points_entry (subject, scheme);
  CREATE TABLE projector.points_filling (
    scheme text PRIMARY KEY,
    hash text NOT NULL,
    after text NOT NULL DEFAULT '',
    done boolean NOT NULL DEFAULT false
  );
  CREATE FUNCTION projector.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what was entered only grows' USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON projector.points_entry
    FOR EACH STATEMENT EXECUTE FUNCTION projector.refuse_change()`;

const VIEWS = `
  CREATE VIEW console.points WITH (security_invoker = true) AS
    SELECT scheme, subject, hash, value, level, threshold, standing, pending, in_force, next_change, read_on
      FROM projector.points;
  CREATE VIEW console.points_entry WITH (security_invoker = true) AS
    SELECT place, id, subject, scheme, body, note, role, at FROM projector.points_entry;
  GRANT SELECT ON console.points, console.points_entry TO ${READERS};
  GRANT SELECT ON projector.points TO ${READERS};
  GRANT SELECT (place, id, subject, scheme, body, note, role, at) ON projector.points_entry TO ${READERS}`;

/** Points by the published schemes, and what people entered for them (decision 0022). */
export class Points1764000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['points', 'points_entry']) {
      await runner.query(seenBySubject('projector', table));
    }
    await runner.query(VIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.points_entry, console.points;
      DROP TABLE projector.points_filling, projector.points_entry, projector.points;
      DROP FUNCTION projector.refuse_change;
    `);
  }
}
