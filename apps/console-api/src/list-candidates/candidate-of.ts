import { candidateRow, type CandidateRow } from '#contracts/console/candidates';
import type { CandidateListRow } from '#persistence/queries/candidate-queries';

/** Parsed, because the disposition is JSON that the workflow stored. */
export function candidateOf(row: CandidateListRow): CandidateRow {
  return candidateRow.parse({
    id: row.id,
    cadreId: row.cadre_id,
    name: row.cadre_name,
    post: row.post,
    unitName: row.unit_name,
    state: row.state,
    proposedOn: row.proposed_on,
    dueOn: row.due_on,
    overdue: row.overdue,
    level: row.level,
    e: row.e_milli,
    p: row.p_milli,
    disposition: row.disposition,
    decidedAt: row.decided_at?.toISOString() ?? null,
    basisChanged: row.basis_changed,
    toReview: row.to_review,
  });
}
