import { Query } from '@nestjs/cqrs';
import type { ReadingAnswer } from '#contracts/console/cadres';
import type { Scope } from '#persistence/database';
import type { DayQuestion } from '../asking/as-of';

export class TellReading extends Query<ReadingAnswer> {
  /** @param subject cadre or unit */
  constructor(
    readonly scope: Scope,
    readonly subject: string,
    readonly days: DayQuestion,
  ) {
    super();
  }
}
