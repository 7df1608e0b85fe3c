import { Command } from '@nestjs/cqrs';
import type { DecidedCandidate } from '../decide-candidate/decide-candidate';

/** Case management registers the candidate as a clue under its number (T2). */
export class TakeCandidate extends Command<DecidedCandidate> {
  constructor(
    readonly candidateId: string,
    readonly by: string,
    readonly clueNumber: string,
  ) {
    super();
  }
}
