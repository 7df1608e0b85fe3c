import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who read about whom and why (decision 0015): two tables that only grow, and whom a task is about. */
export class Reads1764000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access.sensitive_read (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        person text NOT NULL,
        role text NOT NULL,
        unit text,
        endpoint text NOT NULL,
        subject text,
        purpose text,
        task text,
        reason text CHECK (char_length(reason) BETWEEN 5 AND 200),
        trace_id text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('answered', 'not-found', 'refused', 'failed'))
      );
      CREATE INDEX sensitive_read_by_person ON access.sensitive_read (person, id);
      CREATE INDEX sensitive_read_by_subject ON access.sensitive_read (subject, id);
      CREATE INDEX sensitive_read_by_day ON access.sensitive_read (at);
      CREATE INDEX sensitive_read_with_reason ON access.sensitive_read (id) WHERE reason IS NOT NULL;
      CREATE TABLE access.read_review (
        read_id bigint PRIMARY KEY REFERENCES access.sensitive_read,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        person text NOT NULL,
        opinion text NOT NULL CHECK (opinion IN ('justified', 'not-justified')),
        note text NOT NULL CHECK (char_length(note) BETWEEN 5 AND 200)
      );
      CREATE FUNCTION access.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'the log of reads only grows' USING ERRCODE = 'insufficient_privilege';
        END $$;
      CREATE VIEW access.read_task AS
        SELECT 'candidate' AS kind, candidate.id, ARRAY[candidate.cadre_id] AS subjects FROM workflow.candidate
        UNION ALL
        SELECT 'triage-item', triage.event_id,
               ARRAY(SELECT found ->> 'cadreId' FROM jsonb_array_elements(triage.candidates) found)
          FROM resolver.triage;
    `);
    for (const table of ['sensitive_read', 'read_review']) {
      await runner.query(`
        CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON access.${table}
          FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW access.read_task;
      DROP TABLE access.read_review, access.sensitive_read;
      DROP FUNCTION access.refuse_change;
    `);
  }
}
