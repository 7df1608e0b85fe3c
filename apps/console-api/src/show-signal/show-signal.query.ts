import { Query } from '@nestjs/cqrs';
import type { Principal } from '#access/principals';
import type { SignalFile } from '#contracts/console/signals';

export class ShowSignal extends Query<SignalFile> {
  constructor(
    readonly reader: Pick<Principal, 'role' | 'unit'>,
    readonly eventId: string,
  ) {
    super();
  }
}
