import { Command } from '@nestjs/cqrs';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';

/** The head of the handling office lets one candidate go that the brake holds. */
export class ReleaseCandidate extends Command<DecidedCandidate> {
  constructor(
    readonly candidateId: string,
    readonly by: string,
    readonly reason: string,
  ) {
    super();
  }
}
