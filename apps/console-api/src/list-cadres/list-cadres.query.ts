import { Query } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { CadrePage, cadresQuestion } from '#contracts/console/cadres';
import type { Scope } from '#persistence/database';

export class ListCadres extends Query<CadrePage> {
  constructor(
    readonly scope: Scope,
    readonly question: z.infer<typeof cadresQuestion>,
  ) {
    super();
  }
}
