import { Command } from '@nestjs/cqrs';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';

/** A handler asks, with a reason, that nothing be sent to the cadre. */
export class AskDismissal extends Command<DecidedCandidate> {
  constructor(
    readonly candidateId: string,
    readonly by: string,
    readonly reason: string,
  ) {
    super();
  }
}
