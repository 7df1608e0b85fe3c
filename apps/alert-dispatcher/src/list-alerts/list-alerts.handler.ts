import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { AlertPage } from './alert-page';
import { AlertQueries } from './alert-queries';
import { ListAlerts } from './list-alerts.query';

@QueryHandler(ListAlerts)
export class ListAlertsHandler implements IQueryHandler<ListAlerts> {
  constructor(private readonly alerts: AlertQueries) {}

  async execute({ scope, after, limit }: ListAlerts): Promise<AlertPage> {
    const found = await this.alerts.after(scope, after, limit + 1);
    const items = found.slice(0, limit).map(({ seq, alert, correction }) => ({ seq, alert, correction }));
    return { items, next: found.length > limit ? (items.at(-1)?.seq ?? null) : null };
  }
}
