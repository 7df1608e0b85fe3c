import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { FoundCadres } from '#contracts/console/triage';
import { Database } from '#persistence/database';
import { cadresCalled } from '../list-triage/cadres-called';
import { subjectsInView } from './ask-move.handler';
import { FindRightCadres } from './move-signals.command';

/** Nobody searches for people without a signal at hand (domain: safeguards 9, misuse tests). */
@QueryHandler(FindRightCadres)
export class FindRightCadresHandler implements IQueryHandler<FindRightCadres> {
  constructor(private readonly database: Database) {}

  async execute({ scope, eventId, name }: FindRightCadres): Promise<FoundCadres> {
    await subjectsInView(this.database, scope, [eventId]);
    return cadresCalled(this.database, scope, name);
  }
}
