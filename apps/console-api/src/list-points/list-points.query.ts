import { Query } from '@nestjs/cqrs';
import type { PointsPage, PointsQuestion } from '#contracts/console/points';
import type { Scope } from '#persistence/database';

export class ListPoints extends Query<PointsPage> {
  constructor(
    readonly scope: Scope,
    readonly question: PointsQuestion,
  ) {
    super();
  }
}
