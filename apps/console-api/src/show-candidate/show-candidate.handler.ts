import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { candidateBasisChange, candidateFile, type CandidateFile } from '#contracts/console/candidates';
import { dateOf } from '#domain/calendar/day';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { Problem } from '#platform/http/problem';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { candidateOf } from '../list-candidates/candidate-of';
import { ShowCandidate } from './show-candidate.query';

const ACTS = {
  CandidateReleased: 'released',
  DismissalAsked: 'dismissal-asked',
  DismissalRefused: 'dismissal-refused',
  CandidateDismissed: 'dismissed',
  CandidateTaken: 'taken',
  DecisionUpheld: 'upheld',
  CandidateWithdrawn: 'withdrawn',
} as const;

const stepsOf = z.array(
  z
    .object({
      at: z.coerce.date(),
      type: z.enum(Object.keys(ACTS) as (keyof typeof ACTS)[]),
      by: z.string(),
      reason: z.string().nullable(),
    })
    .transform(({ at, type, by, reason }) => ({ at: at.toISOString(), act: ACTS[type], by, reason })),
);

/** Who made it so is for the workflow alone. */
const changesOf = z.array(z.object(candidateBasisChange.shape));

const isId = (text: string): boolean => z.guid().safeParse(text).success;

@QueryHandler(ShowCandidate)
export class ShowCandidateHandler implements IQueryHandler<ShowCandidate> {
  constructor(
    private readonly candidates: CandidateQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, candidateId }: ShowCandidate): Promise<CandidateFile> {
    const row = isId(candidateId) ? await this.candidates.find(scope, candidateId) : undefined;
    if (!row) throw new Problem(404, 'candidate-not-found', '没有这个函询候选。');
    return candidateFile.parse({
      ...candidateOf(row),
      policy: row.policy,
      leadingMatter: row.leading_matter,
      reasons: row.reasons,
      rest: row.rest,
      recommendedBecause: row.recommended_because,
      laterEvents: row.later_events,
      dismissalReason: row.dismissal_reason,
      dismissalAskedBy: row.dismissal_asked_by,
      decidedBy: row.decided_by,
      clueNumber: row.clue_number,
      course: stepsOf.parse(row.course),
      basisChanges: changesOf.parse(row.basis_changes),
      day: dateOf(today(this.clock)),
    });
  }
}
