import { Query } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { CadrePage, cadresQuestion } from '#contracts/console/cadres';

export class ListCadres extends Query<CadrePage> {
  constructor(readonly question: z.infer<typeof cadresQuestion>) {
    super();
  }
}
