import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a task is about, whether it is open, and when it was decided; whom a thing is about that is read under an id of its own. */
export class TasksAtHand1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW access.read_task;
      CREATE VIEW access.read_task AS
        SELECT 'candidate' AS kind, candidate.id, ARRAY[candidate.cadre_id] AS subjects,
               candidate.state IN ('proposed', 'dismissal-asked') AS is_open, candidate.decided_at
          FROM workflow.candidate
        UNION ALL
        SELECT 'triage-item', triage.event_id,
               ARRAY(SELECT found ->> 'cadreId' FROM jsonb_array_elements(triage.candidates) found),
               triage.state = 'open', triage.settled_at
          FROM resolver.triage;
      CREATE VIEW access.read_thing AS
        SELECT candidate.id, candidate.cadre_id AS subject FROM workflow.candidate
        UNION ALL
        SELECT signal.event_id, signal.subject FROM resolver.signal WHERE signal.subject IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW access.read_thing;
      DROP VIEW access.read_task;
      CREATE VIEW access.read_task AS
        SELECT 'candidate' AS kind, candidate.id, ARRAY[candidate.cadre_id] AS subjects FROM workflow.candidate
        UNION ALL
        SELECT 'triage-item', triage.event_id,
               ARRAY(SELECT found ->> 'cadreId' FROM jsonb_array_elements(triage.candidates) found)
          FROM resolver.triage;
    `);
  }
}
