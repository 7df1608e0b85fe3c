import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inquiries are streams of decided events; a candidate is the first page of one, kept beside them for reading. */
export class InquiryWorkflow1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA workflow;
      CREATE TABLE workflow.inquiry_event (
        cadre_id text NOT NULL,
        version int NOT NULL,
        body text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (cadre_id, version)
      );
      CREATE TABLE workflow.candidate (
        id uuid PRIMARY KEY,
        cadre_id text NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'dismissal-asked', 'dismissed', 'taken')),
        version int NOT NULL,
        cause uuid NOT NULL,
        proposed_on date NOT NULL,
        due_on date NOT NULL,
        overdue_noted_at timestamptz,
        level text NOT NULL,
        e_milli int NOT NULL,
        p_milli int NOT NULL,
        policy text NOT NULL,
        leading_matter text NOT NULL,
        reasons jsonb NOT NULL,
        rest jsonb NOT NULL,
        recommended jsonb NOT NULL,
        later_events jsonb NOT NULL DEFAULT '[]',
        dismissal_reason text,
        dismissal_asked_by text,
        decided_by text,
        decided_at timestamptz,
        clue_number text UNIQUE
      );
      CREATE UNIQUE INDEX candidate_one_open ON workflow.candidate (cadre_id) WHERE state IN ('proposed', 'dismissal-asked');
      CREATE INDEX candidate_by_due ON workflow.candidate (due_on)
        WHERE state IN ('proposed', 'dismissal-asked') AND overdue_noted_at IS NULL;
      CREATE TABLE workflow.clue_check (
        cadre_id text NOT NULL,
        cause uuid NOT NULL,
        level text NOT NULL,
        e_milli int NOT NULL,
        day date NOT NULL,
        PRIMARY KEY (cadre_id, cause)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA workflow CASCADE');
  }
}
