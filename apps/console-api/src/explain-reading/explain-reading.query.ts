import { Query } from '@nestjs/cqrs';
import type { ExplanationAnswer } from '#contracts/console/cadres';
import type { Scope } from '#persistence/database';
import type { DayQuestion } from '../asking/as-of';

export class ExplainReading extends Query<ExplanationAnswer> {
  /** @param subject cadre or unit */
  constructor(
    readonly scope: Scope,
    readonly subject: string,
    readonly days: DayQuestion,
  ) {
    super();
  }
}
