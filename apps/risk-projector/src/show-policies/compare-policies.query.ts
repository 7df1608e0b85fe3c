import { Query } from '@nestjs/cqrs';
import type { PolicyDifference } from '#contracts/console/policies';

export class ComparePolicies extends Query<PolicyDifference> {
  /** @param from the live one of the same kind without one */
  constructor(
    readonly to: string,
    readonly from?: string,
  ) {
    super();
  }
}
