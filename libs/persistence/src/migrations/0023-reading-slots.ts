import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { isSeenToo } from '#persistence/migrations/0011-units';
import { canonicalJson } from '#platform/canonical-json';

const SCOPED = 'liuqu_console';
const WHOLE = 'liuqu_console_all';
const READERS = `${SCOPED}, ${WHOLE}`;

/** Exactly one is live; `filling` counts how often the slot was filled anew, so that a worker of an earlier filling writes nothing. */
const SLOTS = `
  CREATE TABLE projector.slot (
    slot text PRIMARY KEY CHECK (slot IN ('a', 'b')),
    state text NOT NULL CHECK (state IN ('empty', 'filling', 'ready', 'live', 'standby')),
    policy text,
    filling int NOT NULL DEFAULT 0,
    CHECK ((state = 'empty') = (policy IS NULL))
  );
  CREATE UNIQUE INDEX one_live_slot ON projector.slot ((true)) WHERE state = 'live'`;

/** The table of before becomes slot a, rows and all. */
const PARTITIONS = `
  ALTER TABLE projector.reading RENAME TO reading_a;
  ALTER INDEX projector.reading_pkey RENAME TO reading_a_pkey;
  ALTER INDEX projector.reading_by_level RENAME TO reading_a_by_level;
  ALTER INDEX projector.reading_by_day RENAME TO reading_a_by_day;
  DROP POLICY seen_in_scope ON projector.reading_a;
  DROP POLICY seen_as_a_whole ON projector.reading_a;
  ALTER TABLE projector.reading_a DISABLE ROW LEVEL SECURITY;
  REVOKE ALL ON projector.reading_a FROM ${READERS};
  ALTER TABLE projector.reading_a DROP CONSTRAINT reading_a_pkey;
  ALTER TABLE projector.reading_a ADD COLUMN slot text NOT NULL DEFAULT 'a';
  ALTER TABLE projector.reading_a ALTER COLUMN slot DROP DEFAULT;
  ALTER TABLE projector.reading_a ADD CONSTRAINT reading_a_pkey PRIMARY KEY (slot, subject);
  CREATE TABLE projector.reading_b (LIKE projector.reading_a INCLUDING ALL) WITH (fillfactor = 75);
  ALTER INDEX projector.reading_b_shown_level_shown_channels_idx RENAME TO reading_b_by_level;
  ALTER INDEX projector.reading_b_shown_on_idx RENAME TO reading_b_by_day;
  CREATE TABLE projector.reading (LIKE projector.reading_a INCLUDING DEFAULTS, PRIMARY KEY (slot, subject)) PARTITION BY LIST (slot);
  CREATE INDEX reading_by_level ON projector.reading (shown_level DESC, shown_channels);
  CREATE INDEX reading_by_day ON projector.reading (shown_on);
  ALTER TABLE projector.reading ATTACH PARTITION projector.reading_a FOR VALUES IN ('a');
  ALTER TABLE projector.reading ATTACH PARTITION projector.reading_b FOR VALUES IN ('b');
  ALTER TABLE projector.reading ENABLE ROW LEVEL SECURITY;
  CREATE POLICY seen_in_scope ON projector.reading FOR SELECT TO ${SCOPED} USING (${isSeenToo('reading.subject')});
  CREATE POLICY seen_as_a_whole ON projector.reading FOR SELECT TO ${WHOLE} USING (true);
  GRANT SELECT ON projector.reading TO ${READERS}`;

/** Which slot is live is no secret, but readers have no table that is about nobody. Asked once a query. */
const LIVE = `
  CREATE FUNCTION console.live_slot() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    BEGIN ATOMIC
      SELECT slot FROM projector.slot WHERE state = 'live';
    END;
  REVOKE ALL ON FUNCTION console.live_slot FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION console.live_slot TO ${READERS};
  CREATE VIEW console.reading WITH (security_invoker = true) AS
    SELECT subject, state, e_milli, p_milli, level, entered_on, as_of, last_event, blocked_by, shown_e, shown_p, shown_level, shown_on,
           shown_channels
      FROM projector.reading WHERE slot = (SELECT console.live_slot());
  GRANT SELECT ON console.reading TO ${READERS}`;

/** The columns that they had: what reads them stays as it is. */
const viewsOver = (readings: string): string => `
  CREATE OR REPLACE VIEW console.standing WITH (security_invoker = true) AS
    SELECT cadre.id, cadre.name, cadre.category, reading.shown_e AS e_milli, reading.shown_p AS p_milli,
           reading.shown_level AS level, CASE WHEN reading.shown_level = reading.level THEN reading.entered_on END AS entered_on,
           reading.shown_on AS as_of, reading.state, reading.blocked_by, reading.shown_channels AS channels
      FROM resolver.cadre cadre
      LEFT JOIN ${readings} reading ON reading.subject = cadre.id
     WHERE cadre.id NOT IN (SELECT console.managed_higher());
  CREATE OR REPLACE VIEW console.unit_standing WITH (security_invoker = true) AS
    SELECT unit.code, unit.name, unit.parent_code, unit.category, reading.shown_e AS e_milli, reading.shown_p AS p_milli,
           reading.shown_level AS level, CASE WHEN reading.shown_level = reading.level THEN reading.entered_on END AS entered_on,
           reading.shown_on AS as_of, reading.state, reading.blocked_by
      FROM resolver.unit
      LEFT JOIN ${readings} reading ON reading.subject = 'unit:' || unit.code`;

/** The live slot becomes the one table again. */
const ONE_TABLE = `
  ALTER TABLE projector.reading DETACH PARTITION projector.reading_a;
  ALTER TABLE projector.reading DETACH PARTITION projector.reading_b;
  DELETE FROM projector.reading_a WHERE (SELECT console.live_slot()) <> 'a';
  INSERT INTO projector.reading_a SELECT * FROM projector.reading_b WHERE slot = (SELECT console.live_slot());
  DROP TABLE projector.reading, projector.reading_b;
  ALTER TABLE projector.reading_a RENAME TO reading;
  ALTER TABLE projector.reading DROP CONSTRAINT reading_a_pkey;
  ALTER TABLE projector.reading DROP COLUMN slot;
  ALTER TABLE projector.reading ADD CONSTRAINT reading_pkey PRIMARY KEY (subject);
  ALTER INDEX projector.reading_a_by_level RENAME TO reading_by_level;
  ALTER INDEX projector.reading_a_by_day RENAME TO reading_by_day;
  ALTER TABLE projector.reading ENABLE ROW LEVEL SECURITY;
  CREATE POLICY seen_in_scope ON projector.reading FOR SELECT TO ${SCOPED} USING (${isSeenToo('reading.subject')});
  CREATE POLICY seen_as_a_whole ON projector.reading FOR SELECT TO ${WHOLE} USING (true);
  GRANT SELECT ON projector.reading TO ${READERS}`;

/**
 * Two reading slots, one of them live: a rebuild fills the other, and one row says which is read (decision 0020). A slot is a partition,
 * so that it is emptied at once and its indexes hold nothing of the other; what people read names the live one once a query, and the
 * other is not looked at.
 */
export class ReadingSlots1764000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SLOTS);
    const policy = createHash('sha256').update(canonicalJson(SHIPPED_POLICY)).digest('hex');
    await runner.query(`INSERT INTO projector.slot (slot, state, policy) VALUES ('a', 'live', $1), ('b', 'empty', NULL)`, [policy]);
    await runner.query(PARTITIONS);
    await runner.query(LIVE);
    await runner.query(viewsOver('console.reading'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(viewsOver('projector.reading_a'));
    await runner.query('DROP VIEW console.reading');
    await runner.query(ONE_TABLE);
    await runner.query('DROP FUNCTION console.live_slot; DROP TABLE projector.slot');
  }
}
