import { Command } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { decisionReview } from '#contracts/console/candidates';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';

/** The head of the handling office looks at a decision whose basis changed: it stands, or what was taken goes no further (T28). */
export class ReviewDecision extends Command<DecidedCandidate> {
  constructor(
    readonly candidateId: string,
    readonly by: string,
    readonly review: z.infer<typeof decisionReview>,
  ) {
    super();
  }
}
