import { Query } from '@nestjs/cqrs';
import type { ExplanationAnswer } from '#contracts/console/cadres';
import type { Scope } from '#persistence/database';

export class ExplainReading extends Query<ExplanationAnswer> {
  /** @param asOf a civil date; today without one */
  constructor(
    readonly scope: Scope,
    readonly cadreId: string,
    readonly asOf?: string,
  ) {
    super();
  }
}
