import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger is the truth of every reading; a reading is its sum and can be made again from it. */
export class RiskProjector1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA projector;
      CREATE TABLE projector.ledger (
        subject text NOT NULL,
        event_id uuid NOT NULL,
        assignment int NOT NULL,
        log_offset bigint NOT NULL,
        place int NOT NULL,
        state text NOT NULL DEFAULT 'folded' CHECK (state IN ('folded', 'parked')),
        entry text NOT NULL,
        PRIMARY KEY (subject, event_id, assignment)
      );
      CREATE INDEX ledger_by_event ON projector.ledger (event_id);
      CREATE TABLE projector.reading (
        subject text PRIMARY KEY,
        state text NOT NULL,
        e_milli int NOT NULL,
        p_milli int NOT NULL,
        level smallint NOT NULL,
        entered_on date,
        as_of date NOT NULL,
        last_event uuid NOT NULL,
        blocked_by uuid,
        shown_e int NOT NULL,
        shown_p int NOT NULL,
        shown_level smallint NOT NULL,
        shown_on date NOT NULL
      ) WITH (fillfactor = 75);
      CREATE INDEX reading_by_level ON projector.reading (shown_level DESC);
      CREATE INDEX reading_by_day ON projector.reading (shown_on);
      CREATE VIEW projector.receipt_state AS SELECT DISTINCT event_id FROM projector.ledger WHERE state = 'folded';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projector CASCADE');
  }
}
