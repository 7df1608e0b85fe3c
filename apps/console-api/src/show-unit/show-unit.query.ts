import { Query } from '@nestjs/cqrs';
import type { UnitFile } from '#contracts/console/units';
import type { Scope } from '#persistence/database';

export class ShowUnit extends Query<UnitFile> {
  constructor(
    readonly scope: Scope,
    readonly code: string,
  ) {
    super();
  }
}
