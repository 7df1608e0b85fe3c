import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people did, each step with its candidate: the one that was proposed last before it. Who refused before reasons were asked for gave none. */
const COURSE = `
  CREATE VIEW console.candidate_course AS
    SELECT step.cadre_id, step.version, step.at, step.body::jsonb ->> 'type' AS type, step.body::jsonb ->> 'by' AS by,
           step.body::jsonb ->> 'reason' AS reason, (before.body::jsonb ->> 'candidateId')::uuid AS candidate_id
      FROM workflow.inquiry_event step
      JOIN LATERAL (SELECT body FROM workflow.inquiry_event proposal
                     WHERE proposal.cadre_id = step.cadre_id AND proposal.version < step.version
                       AND proposal.body::jsonb ->> 'type' = 'CandidateProposed'
                     ORDER BY proposal.version DESC LIMIT 1) before ON true
     WHERE step.body::jsonb ->> 'type' IN ('DismissalAsked', 'DismissalRefused', 'CandidateDismissed', 'CandidateTaken')`;

/** The stream of a cadre is seen with its candidates; the view reads as who asks (decision 0011). */
const SEEN = `
  ALTER VIEW console.candidate_course SET (security_invoker = true);
  ALTER TABLE workflow.inquiry_event ENABLE ROW LEVEL SECURITY;
  CREATE POLICY seen_in_scope ON workflow.inquiry_event FOR SELECT TO liuqu_console
    USING (EXISTS (SELECT FROM workflow.candidate WHERE candidate.cadre_id = inquiry_event.cadre_id));
  CREATE POLICY seen_as_a_whole ON workflow.inquiry_event FOR SELECT TO liuqu_console_all USING (true);
  GRANT SELECT ON workflow.inquiry_event, console.candidate_course TO liuqu_console, liuqu_console_all`;

export class CandidateCourse1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COURSE);
    await runner.query(SEEN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.candidate_course;
      DROP POLICY seen_in_scope ON workflow.inquiry_event;
      DROP POLICY seen_as_a_whole ON workflow.inquiry_event;
      ALTER TABLE workflow.inquiry_event DISABLE ROW LEVEL SECURITY;
      REVOKE ALL ON workflow.inquiry_event FROM liuqu_console, liuqu_console_all;
    `);
  }
}
