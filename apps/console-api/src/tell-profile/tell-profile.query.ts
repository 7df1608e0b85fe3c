import { Query } from '@nestjs/cqrs';
import type { ProfileAnswer } from '#contracts/console/profiles';
import type { Scope } from '#persistence/database';
import type { DayQuestion } from '../asking/as-of';

export class TellProfile extends Query<ProfileAnswer> {
  constructor(
    readonly scope: Scope,
    readonly cadre: string,
    readonly days: DayQuestion,
  ) {
    super();
  }
}
