import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CandidatePage } from '#contracts/console/candidates';
import { dateOf } from '#domain/calendar/day';
import { type CandidateListRow, type CandidatePlace, CandidateQueries } from '#persistence/queries/candidate-queries';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { pageOf, readCursor } from '#platform/http/cursor';
import { candidateOf } from './candidate-of';
import { ListCandidates } from './list-candidates.query';

const place = z.strictObject({ overdue: z.boolean(), p: z.int32(), id: z.guid() });

const placeOf = (row: CandidateListRow): CandidatePlace => ({ overdue: row.overdue, p: row.p_milli, id: row.id });

@QueryHandler(ListCandidates)
export class ListCandidatesHandler implements IQueryHandler<ListCandidates> {
  constructor(
    private readonly candidates: CandidateQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, question }: ListCandidates): Promise<CandidatePage> {
    const { cursor, limit, ...filters } = question;
    const rows = await this.candidates.list(scope, { ...filters, after: readCursor(cursor, place), limit: limit + 1 });
    const { items, next } = pageOf(rows, limit, placeOf);
    return { items: items.map(candidateOf), next, day: dateOf(today(this.clock)) };
  }
}
