import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Candidate, CandidateReason } from '#domain/identity/resolve-identity';
import { Database } from '#persistence/database';
import { Problem } from '#platform/http/problem';
import { ListTriage } from './list-triage.query';
import type { TriageItem, TriagePage } from './triage-page';

interface Row {
  readonly event_id: string;
  readonly created_at: string;
  readonly about: TriageItem['about'];
  readonly named: string | null;
  readonly unit_code: string | null;
  readonly post: string | null;
  readonly label: string;
  readonly channel: string;
  readonly received_on: string;
  readonly candidates: readonly Candidate[];
  readonly waiting: number;
}

const place = z.tuple([z.string().regex(/^[\d .:+-]{10,40}$/), z.guid()]);

const REASON_LABELS: Readonly<Record<CandidateReason, string>> = {
  'same-id-number': '身份证件号码相同',
  'same-name': '姓名相同',
  'same-unit': '单位相同',
  'same-post': '职务相同',
  'held-on-day': '当日在任',
};

@QueryHandler(ListTriage)
export class ListTriageHandler implements IQueryHandler<ListTriage> {
  constructor(private readonly database: Database) {}

  async execute({ question: { cursor, limit } }: ListTriage): Promise<TriagePage> {
    const after = cursor === undefined ? [null, null] : readCursor(cursor);
    const rows = await this.database.query<Row>(
      `SELECT item.event_id, item.created_at::text AS created_at, item.about, item.named, item.unit_code, item.post, item.label, item.channel,
              item.received_on::text AS received_on, item.candidates,
              (SELECT count(*)::int FROM resolver.waiting WHERE awaits = item.event_id) AS waiting
         FROM resolver.triage item
        WHERE item.state = 'open' AND ($1::timestamptz IS NULL OR (item.created_at, item.event_id) > ($1::timestamptz, $2::uuid))
        ORDER BY item.created_at, item.event_id LIMIT $3`,
      [...after, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? writeCursor([last.created_at, last.event_id]) : null;
    return { items: shown.map(itemOf), next };
  }
}

function itemOf(row: Row): TriageItem {
  return {
    eventId: row.event_id,
    about: row.about,
    named: row.named,
    unitCode: row.unit_code,
    post: row.post,
    label: row.label,
    channel: row.channel,
    receivedOn: row.received_on,
    candidates: row.candidates.map((candidate) => ({ ...candidate, reasons: candidate.reasons.map((reason) => REASON_LABELS[reason]) })),
    waiting: row.waiting,
  };
}

const writeCursor = (after: z.infer<typeof place>): string => Buffer.from(JSON.stringify(after)).toString('base64url');

function readCursor(text: string): z.infer<typeof place> {
  const parsed = place.safeParse(jsonIn(Buffer.from(text, 'base64url').toString()));
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'request-not-understood', '请求内容有误,请更正后再提交。', [
    { pointer: '/cursor', code: 'cursor-not-ours', detail: '翻页标记无效,请从第一页重新开始。' },
  ]);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
