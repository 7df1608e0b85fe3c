import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { TriagePage } from '#contracts/console/triage';
import { Database } from '#persistence/database';
import { pageOf, readCursor } from '#platform/http/cursor';
import { Problem, type ProblemPlace } from '#platform/http/problem';
import { ListTriage } from './list-triage.query';
import { countOpen, openItems } from './open-items';
import { triageItemOf } from './triage-item-of';
import { TriageMatching } from './triage-matching';

const place = z.tuple([z.iso.datetime({ precision: 6 }).startsWith('2'), z.guid()]);

const refused = (places: ProblemPlace[]): Problem => new Problem(400, 'request-not-understood', '请求内容有误，请更正后再提交。', places);

@QueryHandler(ListTriage)
export class ListTriageHandler implements IQueryHandler<ListTriage> {
  constructor(
    private readonly database: Database,
    private readonly matching: TriageMatching,
  ) {}

  async execute({ scope, question: { cursor, limit } }: ListTriage): Promise<TriagePage> {
    const rows = await openItems(this.database, scope, { after: readCursor(cursor, place, refused), limit: limit + 1 });
    const { items: shown, next } = pageOf(rows, limit, ({ created_at: at, event_id: id }) => [at, id]);
    const matches = await this.matching.matches(
      scope,
      shown.map(({ event_id }) => event_id),
    );
    const items = shown.flatMap((row) => {
      const match = matches.get(row.event_id);
      // Without one, somebody has settled it meanwhile.
      return match ? triageItemOf(row, match) : [];
    });
    return { items, next, open: await countOpen(this.database, scope) };
  }
}
