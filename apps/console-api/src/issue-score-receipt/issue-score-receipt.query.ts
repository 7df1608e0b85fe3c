import { Query } from '@nestjs/cqrs';
import type { ScoreReceipt } from '#domain/receipt/receipt';
import type { Scope } from '#persistence/database';
import type { DayQuestion } from '../asking/as-of';

export class IssueScoreReceipt extends Query<ScoreReceipt> {
  /** @param subject cadre or unit */
  constructor(
    readonly scope: Scope,
    readonly subject: string,
    readonly days: DayQuestion,
  ) {
    super();
  }
}
