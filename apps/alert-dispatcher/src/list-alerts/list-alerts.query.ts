import { Query } from '@nestjs/cqrs';
import type { AlertPage } from './alert-page';

export class ListAlerts extends Query<AlertPage> {
  constructor(
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }
}
