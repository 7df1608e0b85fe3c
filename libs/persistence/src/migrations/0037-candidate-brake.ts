import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ANY_SCOPE } from '#persistence/migrations/0024-policies';
import { candidateWith, courseOf, inOneOf } from '#persistence/migrations/0032-candidate-basis';
import { READERS } from '#persistence/migrations/rows-of-subjects';

const DECIDED = ['dismissed', 'taken', 'withdrawn'];
const OPEN = ['proposed', 'dismissal-asked'];
const COLUMNS = ', candidate.basis_changes, candidate.to_review, candidate.review_since';
const ACTS = ['DismissalAsked', 'DismissalRefused', 'CandidateDismissed', 'CandidateTaken', 'DecisionUpheld', 'CandidateWithdrawn'];

/** What is open is one of a cadre, has its last day watched, and is a task for which people read. */
const openIs = (states: readonly string[]): string => {
  const open = `(${states.map((state) => `'${state}'`).join(', ')})`;
  return `
  DROP INDEX workflow.candidate_one_open;
  CREATE UNIQUE INDEX candidate_one_open ON workflow.candidate (cadre_id) WHERE state IN ${open};
  DROP INDEX workflow.candidate_by_due;
  CREATE INDEX candidate_by_due ON workflow.candidate (due_on) WHERE state IN ${open} AND overdue_noted_at IS NULL;
  CREATE OR REPLACE VIEW access.read_task AS
    SELECT 'candidate' AS kind, candidate.id, ARRAY[candidate.cadre_id] AS subjects, candidate.state IN ${open} AS is_open, candidate.decided_at
      FROM workflow.candidate
    UNION ALL
    SELECT 'triage-item', triage.event_id, ARRAY(SELECT found ->> 'cadreId' FROM jsonb_array_elements(triage.candidates) found),
           triage.state = 'open', triage.settled_at
      FROM resolver.triage`;
};

/** More candidates a day than the limit wait for a person: they are whole, and nobody is asked to treat them yet (decision 0034). */
export class CandidateBrake1764000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const open = ['held', ...OPEN];
    await runner.query(inOneOf([...open, ...DECIDED]));
    await runner.query(openIs(open));
    await runner.query(candidateWith(COLUMNS, open));
    await runner.query(courseOf(['CandidateReleased', ...ACTS], ['CandidateProposed', 'CandidateHeld']));
    await runner.query(`
      CREATE INDEX candidate_by_day ON workflow.candidate (proposed_on);
      CREATE TABLE workflow.candidate_limit (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        most int NOT NULL CHECK (most >= 0),
        reason text NOT NULL,
        set_by text NOT NULL,
        set_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE workflow.candidate_limit ENABLE ROW LEVEL SECURITY;
      CREATE POLICY seen_in_scope ON workflow.candidate_limit FOR SELECT TO liuqu_console USING (${ANY_SCOPE});
      CREATE POLICY seen_as_a_whole ON workflow.candidate_limit FOR SELECT TO liuqu_console_all USING (true);
      CREATE VIEW console.candidate_limit WITH (security_invoker = true) AS
        SELECT id, most, reason, set_by, set_at FROM workflow.candidate_limit;
      GRANT SELECT ON workflow.candidate_limit, console.candidate_limit TO ${READERS};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW console.candidate_limit;
      DROP TABLE workflow.candidate_limit;
      DROP INDEX workflow.candidate_by_day;
    `);
    await runner.query(courseOf(ACTS));
    await runner.query(candidateWith(COLUMNS));
    await runner.query(openIs(OPEN));
    await runner.query(inOneOf([...OPEN, ...DECIDED]));
  }
}
