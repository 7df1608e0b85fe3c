import { Query } from '@nestjs/cqrs';
import type { Scope } from '#persistence/database';
import type { UnitsAnswer } from './units-answer';

export class ListUnits extends Query<UnitsAnswer> {
  constructor(readonly scope: Scope) {
    super();
  }
}
