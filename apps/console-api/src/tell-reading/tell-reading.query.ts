import { Query } from '@nestjs/cqrs';
import type { ReadingAnswer } from '#contracts/console/cadres';

export class TellReading extends Query<ReadingAnswer> {
  /** @param asOf a civil date; today without one */
  constructor(
    readonly cadreId: string,
    readonly asOf?: string,
  ) {
    super();
  }
}
