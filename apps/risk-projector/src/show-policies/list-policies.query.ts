import { Query } from '@nestjs/cqrs';
import type { PoliciesQuestion, PolicyPage } from '#contracts/console/policies';

export class ListPolicies extends Query<PolicyPage> {
  constructor(readonly question: PoliciesQuestion) {
    super();
  }
}
