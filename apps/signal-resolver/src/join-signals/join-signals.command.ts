import { Command } from '@nestjs/cqrs';
import type { JoiningAskedFor, JoiningMade } from '#contracts/console/joinings';
import type { Scope } from '#persistence/database';

/** A person says that signals of one subject belong together. */
export class JoinSignals extends Command<JoiningMade> {
  constructor(
    readonly asked: JoiningAskedFor,
    readonly by: string,
    /** What that person sees. */
    readonly scope: Scope,
  ) {
    super();
  }
}

/** A person takes back what was said: afterwards it is as if it had never been. */
export class UndoJoining extends Command<JoiningMade> {
  constructor(
    readonly id: string,
    readonly reason: string,
    readonly by: string,
    readonly scope: Scope,
  ) {
    super();
  }
}
