import { Query } from '@nestjs/cqrs';
import type { ClueCheckPage, ClueChecksQuestion } from '#contracts/console/clue-checks';

export class ListClueChecks extends Query<ClueCheckPage> {
  constructor(readonly question: ClueChecksQuestion) {
    super();
  }
}
