import { dateOf } from '#domain/calendar/day';
import type { Inquiry } from '#domain/inquiry/inquiry';
import type { Transaction } from '#persistence/transaction';

type WithCandidate = Exclude<Inquiry, { status: 'not-proposed' }>;

/** What of the basis has fallen away, and whether a decision waits for a look because of it. */
function basisColumns(inquiry: WithCandidate): [string, boolean] {
  return [JSON.stringify(inquiry.candidate.basisChanges), 'toReview' in inquiry && inquiry.toReview];
}

function decisionColumns(inquiry: WithCandidate): (string | null)[] {
  const asked = 'asked' in inquiry ? inquiry.asked : undefined;
  const decidedBy = 'decidedBy' in inquiry ? inquiry.decidedBy : null;
  const clueNumber = 'clueNumber' in inquiry ? inquiry.clueNumber : null;
  return [asked?.reason ?? null, asked?.by ?? null, decidedBy, clueNumber];
}

/** Keeps the page of the cadre's latest candidate equal to the state of the stream; what was frozen is written once. */
export async function keepCandidate(tx: Transaction, cadreId: string, version: number, inquiry: WithCandidate): Promise<void> {
  const { candidate } = inquiry;
  const { snapshot } = candidate;
  await tx.query(
    `INSERT INTO workflow.candidate AS kept
       (id, cadre_id, state, version, cause, proposed_on, due_on, level, e_milli, p_milli, policy, leading_matter,
        reasons, rest, recommended, later_events, dismissal_reason, dismissal_asked_by, decided_by, clue_number,
        basis_changes, to_review)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
     ON CONFLICT (id) DO UPDATE SET
       state = excluded.state, version = excluded.version, later_events = excluded.later_events,
       dismissal_reason = excluded.dismissal_reason, dismissal_asked_by = excluded.dismissal_asked_by,
       decided_by = excluded.decided_by, clue_number = excluded.clue_number,
       basis_changes = excluded.basis_changes, to_review = excluded.to_review,
       review_since = CASE WHEN excluded.to_review THEN coalesce(kept.review_since, (now() AT TIME ZONE 'Asia/Shanghai')::date) END,
       decided_at = CASE WHEN excluded.decided_by IS NOT NULL THEN coalesce(kept.decided_at, now()) END`,
    [
      candidate.id,
      cadreId,
      inquiry.status,
      version,
      candidate.cause,
      dateOf(candidate.proposedOn),
      dateOf(candidate.dueOn),
      snapshot.level,
      snapshot.e,
      snapshot.p,
      snapshot.policy,
      snapshot.leadingMatter,
      JSON.stringify(snapshot.reasons),
      JSON.stringify(snapshot.rest),
      JSON.stringify(snapshot.recommended),
      JSON.stringify(candidate.laterEvents),
      ...decisionColumns(inquiry),
      ...basisColumns(inquiry),
    ],
  );
}
