import { Command } from '@nestjs/cqrs';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';

/** The head of the handling office says why nothing is dismissed; the candidate is proposed as before. */
export class RefuseDismissal extends Command<DecidedCandidate> {
  constructor(
    readonly candidateId: string,
    readonly by: string,
    readonly reason: string,
  ) {
    super();
  }
}
