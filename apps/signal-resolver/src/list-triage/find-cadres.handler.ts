import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { FoundCadres } from '#contracts/console/triage';
import { Database } from '#persistence/database';
import { cadresCalled } from './cadres-called';
import { itemNotFound } from '../settle-triage/item-not-found';
import { FindCadres } from './list-triage.query';
import { openItems } from './open-items';

/** Nobody searches for people without an item at hand (domain: safeguards 9, misuse tests). */
@QueryHandler(FindCadres)
export class FindCadresHandler implements IQueryHandler<FindCadres> {
  constructor(private readonly database: Database) {}

  async execute({ scope, eventId, name }: FindCadres): Promise<FoundCadres> {
    const [item] = await openItems(this.database, scope, { eventId, limit: 1 });
    if (!item) throw itemNotFound();
    return cadresCalled(this.database, scope, name);
  }
}
