import { Query } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { CandidatePage, candidatesQuestion } from '#contracts/console/candidates';
import type { Scope } from '#persistence/database';

export class ListCandidates extends Query<CandidatePage> {
  constructor(
    readonly scope: Scope,
    readonly question: z.infer<typeof candidatesQuestion>,
  ) {
    super();
  }
}
