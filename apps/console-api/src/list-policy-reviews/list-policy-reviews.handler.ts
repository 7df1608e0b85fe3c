import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { askedDay } from '#contracts/cloud-events/day-text';
import { type PolicyReviewPage, policyReviewRow } from '#contracts/console/policy-reviews';
import { levelName } from '#domain/risk/level';
import { type PolicyReviewListRow, type PolicyReviewPlace, PolicyReviewQueries } from '#persistence/queries/policy-review-queries';
import { pageOf, readCursor } from '#platform/http/cursor';
import { ListPolicyReviews } from './list-policy-reviews.query';

const place = z.strictObject({ day: askedDay, level: z.int().min(0).max(4), id: z.guid() });

const placeOf = ({ day, level_after: level, id }: PolicyReviewListRow): PolicyReviewPlace => ({ day, level, id });

@QueryHandler(ListPolicyReviews)
export class ListPolicyReviewsHandler implements IQueryHandler<ListPolicyReviews> {
  constructor(private readonly reviews: PolicyReviewQueries) {}

  async execute({ scope, question }: ListPolicyReviews): Promise<PolicyReviewPage> {
    const { state, cursor, limit } = question;
    const rows = await this.reviews.list(scope, state, readCursor(cursor, place), limit + 1);
    const { items, next } = pageOf(rows, limit, placeOf);
    return { items: items.map(rowOf), next };
  }
}

function rowOf(row: PolicyReviewListRow): PolicyReviewPage['items'][number] {
  const { unit_name: unitName, policy_name: policyName, settled_by: settledBy, settled_at: settledAt, id, subject, name, post, day } = row;
  return policyReviewRow.parse({
    id,
    subject,
    name,
    post,
    unitName,
    day,
    policyName,
    settledBy,
    levelBefore: levelName(row.level_before),
    levelAfter: levelName(row.level_after),
    eBefore: row.e_before,
    eAfter: row.e_after,
    state: row.state,
    settledAt: settledAt?.toISOString() ?? null,
    note: row.note,
  });
}
