import { Query } from '@nestjs/cqrs';
import type { ClueCheckPage, ClueChecksQuestion } from '#contracts/console/clue-checks';
import type { Scope } from '#persistence/database';

export class ListClueChecks extends Query<ClueCheckPage> {
  constructor(
    readonly scope: Scope,
    readonly question: ClueChecksQuestion,
  ) {
    super();
  }
}
