import { Query } from '@nestjs/cqrs';
import type { CandidateFile } from '#contracts/console/candidates';
import type { Scope } from '#persistence/database';

export class ShowCandidate extends Query<CandidateFile> {
  constructor(
    readonly scope: Scope,
    readonly candidateId: string,
  ) {
    super();
  }
}
