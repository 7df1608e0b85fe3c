import { Query } from '@nestjs/cqrs';
import type { ReadingAnswer } from '#contracts/console/cadres';
import type { Scope } from '#persistence/database';

export class TellReading extends Query<ReadingAnswer> {
  /** @param asOf a civil date; today without one */
  constructor(
    readonly scope: Scope,
    readonly cadreId: string,
    readonly asOf?: string,
  ) {
    super();
  }
}
