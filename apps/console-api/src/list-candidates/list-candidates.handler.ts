import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { type CandidatePage, candidateRow, type CandidateRow } from '#contracts/console/candidates';
import { dateOf } from '#domain/calendar/day';
import { type CandidateListRow, type CandidatePlace, CandidateQueries } from '#persistence/queries/candidate-queries';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { pageOf, readCursor } from '../asking/cursor';
import { ListCandidates } from './list-candidates.query';

const place = z.strictObject({ overdue: z.boolean(), p: z.int(), id: z.guid() });

const placeOf = (row: CandidateListRow): CandidatePlace => ({ overdue: row.overdue, p: row.p_milli, id: row.id });

const ACTS = {
  DismissalAsked: 'dismissal-asked',
  DismissalRefused: 'dismissal-refused',
  CandidateDismissed: 'dismissed',
  CandidateTaken: 'taken',
} as const;

const stepsOf = z.array(
  z
    .object({
      at: z.coerce.date(),
      type: z.enum(['DismissalAsked', 'DismissalRefused', 'CandidateDismissed', 'CandidateTaken']),
      by: z.string(),
      reason: z.string().nullable(),
    })
    .transform(({ at, type, by, reason }) => ({ at: at.toISOString(), act: ACTS[type], by, reason })),
);

/** Parsed, because reasons and recommendation are JSON that the workflow stored. */
function candidateOf(row: CandidateListRow): CandidateRow {
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
    policy: row.policy,
    leadingMatter: row.leading_matter,
    reasons: row.reasons,
    rest: row.rest,
    recommended: row.recommended,
    laterEvents: row.later_events,
    dismissalReason: row.dismissal_reason,
    dismissalAskedBy: row.dismissal_asked_by,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    clueNumber: row.clue_number,
    course: stepsOf.parse(row.course),
  });
}

@QueryHandler(ListCandidates)
export class ListCandidatesHandler implements IQueryHandler<ListCandidates> {
  constructor(
    private readonly candidates: CandidateQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, question }: ListCandidates): Promise<CandidatePage> {
    const { state, cadre, limit } = question;
    const rows = await this.candidates.list(scope, { state, cadre, after: readCursor(question.cursor, place), limit: limit + 1 });
    const { items, next } = pageOf(rows, limit, placeOf);
    return { items: items.map(candidateOf), next, day: dateOf(today(this.clock)) };
  }
}
