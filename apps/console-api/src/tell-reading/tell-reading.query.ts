import { Query } from '@nestjs/cqrs';
import type { ReadingAnswer } from '#contracts/console/cadres';
import type { Scope } from '#persistence/database';

export class TellReading extends Query<ReadingAnswer> {
  /** @param subject cadre or unit. @param asOf a civil date; today without one */
  constructor(
    readonly scope: Scope,
    readonly subject: string,
    readonly asOf?: string,
  ) {
    super();
  }
}
