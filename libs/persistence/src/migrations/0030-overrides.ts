import type { MigrationInterface, QueryRunner } from 'typeorm';
import { READERS, seenBySubject } from '#persistence/migrations/rows-of-subjects';

/** Levels that two persons set beside the computed ones, until a day: nothing has to end them. */
export class Overrides1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE workflow.override (
        id uuid PRIMARY KEY,
        subject text NOT NULL,
        level text NOT NULL CHECK (level IN ('none', 'watch', 'remind', 'inquiry', 'priority')),
        until_day date NOT NULL,
        reason text NOT NULL,
        asked_by text NOT NULL,
        asked_on date NOT NULL,
        confirmed boolean,
        decided_by text,
        decided_on date,
        refused_because text,
        lifted_by text,
        lifted_on date,
        lifted_because text,
        CHECK ((confirmed IS NULL) = (decided_by IS NULL) AND asked_by IS DISTINCT FROM decided_by)
      );
      CREATE INDEX override_by_subject ON workflow.override (subject);
      ${seenBySubject('workflow', 'override')};
      CREATE VIEW console.override WITH (security_invoker = true) AS
        SELECT id, subject, level, until_day::text AS until, reason, asked_by, asked_on::text AS asked_on, confirmed, decided_by,
               decided_on::text AS decided_on, refused_because, lifted_by, lifted_on::text AS lifted_on, lifted_because
          FROM workflow.override;
      GRANT SELECT ON workflow.override, console.override TO ${READERS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW console.override; DROP TABLE workflow.override');
  }
}
