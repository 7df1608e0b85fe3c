import { Command, Query } from '@nestjs/cqrs';
import type { Principal } from '#access/principals';
import type { MoveAskedFor, MoveMade, MoveRows, MovesQuestion } from '#contracts/console/moves';
import type { FoundCadres } from '#contracts/console/triage';
import type { Scope } from '#persistence/database';

/** A person says that signals were told of the wrong subject. */
export class AskMove extends Command<MoveMade> {
  constructor(
    readonly asked: MoveAskedFor,
    readonly by: Principal,
  ) {
    super();
  }
}

/** Another person confirms it, or refuses it with a reason. */
export class DecideMove extends Command<MoveMade> {
  constructor(
    readonly id: string,
    readonly by: Principal,
    readonly refusedBecause?: string,
  ) {
    super();
  }
}

export class ListMoves extends Query<MoveRows> {
  constructor(
    readonly scope: Scope,
    readonly question: MovesQuestion,
  ) {
    super();
  }
}

/** Whom a signal at hand may really be about. */
export class FindRightCadres extends Query<FoundCadres> {
  constructor(
    readonly scope: Scope,
    readonly eventId: string,
    readonly name: string,
  ) {
    super();
  }
}
