import { Query } from '@nestjs/cqrs';
import type { CadreFile } from '#contracts/console/cadres';
import type { Scope } from '#persistence/database';

export class ShowCadre extends Query<CadreFile> {
  constructor(
    readonly scope: Scope,
    readonly cadreId: string,
  ) {
    super();
  }
}
