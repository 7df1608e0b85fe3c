import { Query } from '@nestjs/cqrs';
import type { Scope } from '#persistence/database';
import type { AlertPage } from './alert-page';

export class ListAlerts extends Query<AlertPage> {
  constructor(
    readonly scope: Scope,
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }
}
