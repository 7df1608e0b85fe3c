import { Query } from '@nestjs/cqrs';
import type { OwnViewAnswer } from '#contracts/console/own-view';
import type { Scope } from '#persistence/database';

export class TellOwnView extends Query<OwnViewAnswer> {
  constructor(
    readonly scope: Scope,
    readonly cadreId: string,
  ) {
    super();
  }
}
