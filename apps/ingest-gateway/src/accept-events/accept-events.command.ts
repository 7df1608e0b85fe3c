import { Command } from '@nestjs/cqrs';
import type { Problem } from '#platform/http/problem';
import type { Agency } from '../admit-agency/agency';
import type { SentEvent } from './checked-event';

/** What became of one event of a request. */
export interface Outcome {
  /** As the sender named it, as far as that can be read. */
  readonly id?: string;
  readonly receiptId?: string;
  readonly problem?: Problem;
}

/** Takes the events of one request, in their order; answers one outcome each. */
export class AcceptEvents extends Command<readonly Outcome[]> {
  constructor(
    readonly agency: Agency,
    readonly receivedOn: string,
    readonly sent: readonly SentEvent[],
  ) {
    super();
  }
}
