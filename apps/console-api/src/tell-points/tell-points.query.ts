import { Query } from '@nestjs/cqrs';
import type { Principal } from '#access/principals';
import type { PointsLedger, PointsLedgerQuestion } from '#contracts/console/points';

export class TellPoints extends Query<PointsLedger> {
  /** @param subject cadre or unit */
  constructor(
    readonly by: Principal,
    readonly subject: string,
    readonly question: PointsLedgerQuestion,
  ) {
    super();
  }
}
