import { Query } from '@nestjs/cqrs';
import type { Principal } from '#access/principals';
import type { DeskAnswer } from '#contracts/console/desk';

export class ShowDesk extends Query<DeskAnswer> {
  constructor(readonly reader: Pick<Principal, 'id' | 'role' | 'unit'>) {
    super();
  }
}
