import { Query } from '@nestjs/cqrs';
import type { CadreFile } from '#contracts/console/cadres';

export class ShowCadre extends Query<CadreFile> {
  constructor(readonly cadreId: string) {
    super();
  }
}
