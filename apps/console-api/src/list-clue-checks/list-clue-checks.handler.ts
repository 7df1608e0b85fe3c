import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { askedDay } from '#contracts/cloud-events/day-text';
import { type ClueCheckPage, clueCheckRow } from '#contracts/console/clue-checks';
import { type ClueCheckListRow, type ClueCheckPlace, ClueCheckQueries } from '#persistence/queries/clue-check-queries';
import { pageOf, readCursor } from '#platform/http/cursor';
import { ListClueChecks } from './list-clue-checks.query';

const place = z.strictObject({ day: askedDay, cadre: z.string(), cause: z.guid() });

const placeOf = ({ day, cadre_id: cadre, cause }: ClueCheckListRow): ClueCheckPlace => ({ day, cadre, cause });

@QueryHandler(ListClueChecks)
export class ListClueChecksHandler implements IQueryHandler<ListClueChecks> {
  constructor(private readonly clueChecks: ClueCheckQueries) {}

  async execute({ scope, question }: ListClueChecks): Promise<ClueCheckPage> {
    const { cursor, limit } = question;
    const { items, next } = pageOf(await this.clueChecks.list(scope, readCursor(cursor, place), limit + 1), limit, placeOf);
    const rows = items.map(({ cadre_id: cadreId, cadre_name: name, level, e_milli: e, day, cause }) =>
      clueCheckRow.parse({ cadreId, name, level, e, day, cause }),
    );
    return { items: rows, next };
  }
}
