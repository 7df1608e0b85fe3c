import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '#persistence/database';
import { CadreTokens } from '#vault/cadre-token';
import { KeepManagedHigher } from './keep-managed-higher.command';

/** ID numbers become tokens here and are not kept. */
@CommandHandler(KeepManagedHigher)
export class KeepManagedHigherHandler implements ICommandHandler<KeepManagedHigher> {
  constructor(
    private readonly database: Database,
    private readonly tokens: CadreTokens,
  ) {}

  async execute({ list }: KeepManagedHigher): Promise<void> {
    const kinds = list.map(({ kind }) => (kind === 'unit' ? 'unit' : 'token'));
    const values = list.map(({ kind, value }) => (kind === 'unit' ? value : this.tokens.tokenOf(value)));
    await this.database.transaction(async (tx) => {
      await tx.query('LOCK TABLE gateway.managed_higher IN SHARE ROW EXCLUSIVE MODE');
      await tx.query('DELETE FROM gateway.managed_higher');
      await tx.query(
        `INSERT INTO gateway.managed_higher (kind, value) SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS listed (kind, value)`,
        [kinds, values],
      );
    });
  }
}
