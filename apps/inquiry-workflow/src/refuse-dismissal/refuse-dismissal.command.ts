import { Command } from '@nestjs/cqrs';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';

/** The head of the handling office does not agree with a dismissal; the candidate is proposed as before. */
export class RefuseDismissal extends Command<DecidedCandidate> {
  constructor(
    readonly candidateId: string,
    readonly by: string,
  ) {
    super();
  }
}
