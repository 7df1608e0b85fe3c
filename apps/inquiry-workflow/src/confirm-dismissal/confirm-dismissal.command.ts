import { Command } from '@nestjs/cqrs';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';

/** The head of the handling office agrees with a dismissal that somebody else asked for (T1). */
export class ConfirmDismissal extends Command<DecidedCandidate> {
  constructor(
    readonly candidateId: string,
    readonly by: string,
  ) {
    super();
  }
}
