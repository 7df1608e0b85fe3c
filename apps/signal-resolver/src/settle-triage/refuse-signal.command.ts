import { Command } from '@nestjs/cqrs';
import type { CLERKS_REFUSALS } from '#contracts/signals/receipt';
import type { Scope } from '#persistence/database';

export interface Refused {
  readonly eventId: string;
  readonly state: 'refused';
  /** Messages that waited for it and went with it. */
  readonly refusedWithIt: number;
}

/** A person decides that an open item is not entered, for example because a higher level manages the cadre. */
export class RefuseSignal extends Command<Refused> {
  constructor(
    readonly eventId: string,
    readonly why: { readonly because: (typeof CLERKS_REFUSALS)[number]; readonly reason: string },
    readonly by: string,
    /** What that person sees. */
    readonly scope: Scope,
  ) {
    super();
  }
}
