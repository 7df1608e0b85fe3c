import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { TriagePage } from '#contracts/console/triage';
import { Database } from '#persistence/database';
import { Problem } from '#platform/http/problem';
import { ListTriage } from './list-triage.query';
import { countOpen, openItems } from './open-items';
import { triageItemOf } from './triage-item-of';
import { TriageMatching } from './triage-matching';

const place = z.tuple([z.iso.datetime({ precision: 6 }).startsWith('2'), z.guid()]);

@QueryHandler(ListTriage)
export class ListTriageHandler implements IQueryHandler<ListTriage> {
  constructor(
    private readonly database: Database,
    private readonly matching: TriageMatching,
  ) {}

  async execute({ scope, question: { cursor, limit } }: ListTriage): Promise<TriagePage> {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const rows = await openItems(this.database, scope, { after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const matches = await this.matching.matches(
      scope,
      shown.map(({ event_id }) => event_id),
    );
    const items = shown.flatMap((row) => {
      const match = matches.get(row.event_id);
      // Without one, somebody has settled it meanwhile.
      return match ? triageItemOf(row, match) : [];
    });
    const next = rows.length > limit && last ? writeCursor([last.created_at, last.event_id]) : null;
    return { items, next, open: await countOpen(this.database, scope) };
  }
}

const writeCursor = (after: z.infer<typeof place>): string => Buffer.from(JSON.stringify(after)).toString('base64url');

function readCursor(text: string): z.infer<typeof place> {
  const parsed = place.safeParse(jsonIn(Buffer.from(text, 'base64url').toString()));
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'request-not-understood', '请求内容有误，请更正后再提交。', [
    { pointer: '/cursor', code: 'cursor-not-ours', detail: '翻页标记无效，请从第一页重新开始。' },
  ]);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
