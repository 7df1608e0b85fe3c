import { Command } from '@nestjs/cqrs';
import type { OverrideAskedFor, OverrideMade } from '#contracts/console/overrides';
import type { Principal } from '#access/principals';

/** A person asks that a level be set beside the computed one. */
export class AskOverride extends Command<OverrideMade> {
  constructor(
    readonly asked: OverrideAskedFor,
    readonly by: Principal,
  ) {
    super();
  }
}

export type OverrideAct =
  { readonly type: 'confirm' } | { readonly type: 'refuse'; readonly reason: string } | { readonly type: 'lift'; readonly reason: string };

/** What somebody does about one that was asked for. */
export class DecideOverride extends Command<OverrideMade> {
  constructor(
    readonly id: string,
    readonly act: OverrideAct,
    readonly by: Principal,
  ) {
    super();
  }
}
