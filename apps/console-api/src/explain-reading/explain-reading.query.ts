import { Query } from '@nestjs/cqrs';
import type { ExplanationAnswer } from '#contracts/console/cadres';

export class ExplainReading extends Query<ExplanationAnswer> {
  /** @param asOf a civil date; today without one */
  constructor(
    readonly cadreId: string,
    readonly asOf?: string,
  ) {
    super();
  }
}
