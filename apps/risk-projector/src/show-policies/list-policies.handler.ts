import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { PolicyPage } from '#contracts/console/policies';
import { Database } from '#persistence/database';
import { pageOf, readCursor } from '#platform/http/cursor';
import { ListPolicies } from './list-policies.query';
import { policyRowOf, SUMMARY, type SummaryRow } from './policy-row-of';

const place = z.tuple([z.iso.datetime({ precision: 6 }).startsWith('2'), z.guid()]);

const PAGE = `
  SELECT ${SUMMARY} FROM projector.policy
   WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR state = $2)
     AND ($3::timestamptz IS NULL OR (changed_at, id) < ($3, $4::uuid))
   ORDER BY changed_at DESC, id DESC LIMIT $5`;

@QueryHandler(ListPolicies)
export class ListPoliciesHandler implements IQueryHandler<ListPolicies> {
  constructor(private readonly database: Database) {}

  async execute({ question: { kind, state, cursor, limit } }: ListPolicies): Promise<PolicyPage> {
    const [at, id] = readCursor(cursor, place) ?? [];
    const rows = await this.database.query<SummaryRow>(PAGE, [kind ?? null, state ?? null, at ?? null, id ?? null, limit + 1]);
    const { items, next } = pageOf(rows, limit, (row) => [row.changed_text, row.id]);
    return { items: items.map(policyRowOf), next };
  }
}
