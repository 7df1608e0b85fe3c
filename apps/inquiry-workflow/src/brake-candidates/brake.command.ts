import { Command } from '@nestjs/cqrs';
import type { Principal } from '#access/principals';
import type { HeldRelease, HeldReleased } from '#contracts/console/candidate-brake';

/** The head of the handling office lets a portion of what is held go, the most urgent first. */
export class ReleaseHeld extends Command<HeldReleased> {
  constructor(
    readonly asked: HeldRelease,
    readonly by: Pick<Principal, 'id' | 'unit'>,
  ) {
    super();
  }
}

/** From now on so many candidates a day are proposed without a look. */
export class SetCandidateLimit extends Command<{ most: number }> {
  constructor(
    readonly most: number,
    readonly reason: string,
    readonly by: Pick<Principal, 'id' | 'unit'>,
  ) {
    super();
  }
}
