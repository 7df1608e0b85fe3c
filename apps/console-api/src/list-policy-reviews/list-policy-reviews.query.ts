import { Query } from '@nestjs/cqrs';
import type { PolicyReviewPage, PolicyReviewsQuestion } from '#contracts/console/policy-reviews';
import type { Scope } from '#persistence/database';

export class ListPolicyReviews extends Query<PolicyReviewPage> {
  constructor(
    readonly scope: Scope,
    readonly question: PolicyReviewsQuestion,
  ) {
    super();
  }
}
