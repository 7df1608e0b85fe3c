import { Query } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { CandidatePage, candidatesQuestion } from '#contracts/console/candidates';

export class ListCandidates extends Query<CandidatePage> {
  constructor(readonly question: z.infer<typeof candidatesQuestion>) {
    super();
  }
}
