import { Query } from '@nestjs/cqrs';
import type { UnitsAnswer } from '#contracts/console/units';
import type { Scope } from '#persistence/database';

export class ListUnits extends Query<UnitsAnswer> {
  constructor(
    readonly scope: Scope,
    readonly withReadings: boolean,
  ) {
    super();
  }
}
