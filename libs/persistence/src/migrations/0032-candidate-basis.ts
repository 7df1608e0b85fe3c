import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = ['proposed', 'dismissal-asked', 'dismissed', 'taken'];
const OPEN = ['proposed', 'dismissal-asked'];
const PROPOSALS = ['CandidateProposed'];

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** @param states of a candidate */
export const inOneOf = (states: readonly string[]): string => `
  ALTER TABLE workflow.candidate DROP CONSTRAINT candidate_state_check;
  ALTER TABLE workflow.candidate ADD CONSTRAINT candidate_state_check CHECK (state IN (${listed(states)}))`;

const ACTS = ['DismissalAsked', 'DismissalRefused', 'CandidateDismissed', 'CandidateTaken'];

/**
 * @param acts types of events that are told as steps
 * @param proposals types of events that make a candidate
 */
export const courseOf = (acts: readonly string[], proposals: readonly string[] = PROPOSALS): string => `
  CREATE OR REPLACE VIEW console.candidate_course WITH (security_invoker = true) AS
    SELECT step.cadre_id, step.version, step.at, step.body::jsonb ->> 'type' AS type, step.body::jsonb ->> 'by' AS by,
           step.body::jsonb ->> 'reason' AS reason, (before.body::jsonb ->> 'candidateId')::uuid AS candidate_id
      FROM workflow.inquiry_event step
      JOIN LATERAL (SELECT body FROM workflow.inquiry_event proposal
                     WHERE proposal.cadre_id = step.cadre_id AND proposal.version < step.version
                       AND proposal.body::jsonb ->> 'type' IN (${listed(proposals)})
                     ORDER BY proposal.version DESC LIMIT 1) before ON true
     WHERE step.body::jsonb ->> 'type' IN (${listed(acts)})`;

/** What a reader sees of a candidate, with the columns at the end that are told; overdue is what is open after its last day. */
export const candidateWith = (more: string, open: readonly string[] = OPEN): string => `
  CREATE OR REPLACE VIEW console.candidate WITH (security_invoker = true) AS
    SELECT candidate.id, candidate.cadre_id, candidate.state, candidate.version, candidate.cause, candidate.proposed_on, candidate.due_on,
           candidate.overdue_noted_at, candidate.level, candidate.e_milli, candidate.p_milli, candidate.policy, candidate.leading_matter,
           candidate.reasons, candidate.rest, candidate.recommended, candidate.later_events, candidate.dismissal_reason,
           candidate.dismissal_asked_by, candidate.decided_by, candidate.decided_at, candidate.clue_number, cadre.name AS cadre_name,
           cadre.post, cadre.unit_code, cadre.unit_name,
           (candidate.state IN (${listed(open)}) AND candidate.due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date) AS overdue,
           cadre.category${more}
      FROM workflow.candidate candidate
      JOIN console.cadre cadre ON cadre.id = candidate.cadre_id;
  GRANT SELECT ON console.candidate TO liuqu_console, liuqu_console_all`;

/** What a candidate was proposed by may fall away: it is marked, and a decision that was made before waits for a look (decision 0023). */
export class CandidateBasis1764000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE workflow.candidate ADD COLUMN basis_changes jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE workflow.candidate ADD COLUMN to_review boolean NOT NULL DEFAULT false;
      ALTER TABLE workflow.candidate ADD COLUMN review_since date;
    `);
    await runner.query(inOneOf([...STATES, 'withdrawn']));
    await runner.query(courseOf([...ACTS, 'DecisionUpheld', 'CandidateWithdrawn']));
    await runner.query('DROP VIEW console.candidate');
    await runner.query(candidateWith(', candidate.basis_changes, candidate.to_review, candidate.review_since'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW console.candidate');
    await runner.query(candidateWith(''));
    await runner.query(courseOf(ACTS));
    await runner.query(inOneOf(STATES));
    await runner.query(`
      ALTER TABLE workflow.candidate DROP COLUMN review_since;
      ALTER TABLE workflow.candidate DROP COLUMN to_review;
      ALTER TABLE workflow.candidate DROP COLUMN basis_changes;
    `);
  }
}
