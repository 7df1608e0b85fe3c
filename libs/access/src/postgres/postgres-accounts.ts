import { type Account, Accounts, type Secrets } from '#access/accounts';
import type { Role } from '#access/principals';
import type { Database } from '#persistence/database';

/** Keeps bytes so that they open in their own place only. */
export interface Sealing {
  seal(plain: Buffer, context: string): Buffer;
  open(sealed: Buffer, context: string): Buffer;
}

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly active: boolean;
  readonly password_hash: string;
  readonly code_secret: Buffer;
}

/** Binds a secret to its person: moved to another row it does not open. */
const placeOf = (id: string): string => `access/code-secret/${id}`;

export class PostgresAccounts extends Accounts {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {
    super();
  }

  override async find(id: string): Promise<Account | undefined> {
    const [row] = await this.database.query<AccountRow>(
      'SELECT id, name, role, unit, active, password_hash, code_secret FROM access.account WHERE id = $1',
      [id],
    );
    if (!row) return undefined;
    const { name, role, unit, active, password_hash: passwordHash } = row;
    return { id, name, role, unit, active, passwordHash, codeSecret: this.sealing.open(row.code_secret, placeOf(id)).toString() };
  }

  override async add({ id, name, role, unit, passwordHash, codeSecret }: Omit<Account, 'active'>): Promise<boolean> {
    const sealed = this.sealing.seal(Buffer.from(codeSecret), placeOf(id));
    const added = await this.database.query(
      `INSERT INTO access.account (id, name, role, unit, password_hash, code_secret) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [id, name, role, unit, passwordHash, sealed],
    );
    return added.length > 0;
  }

  override async switch(id: string, active: boolean): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const switched = await tx.query('UPDATE access.account SET active = $2 WHERE id = $1 RETURNING 1', [id, active]);
      if (!active) await tx.query('DELETE FROM access.session WHERE account_id = $1', [id]);
      return switched.length > 0;
    });
  }

  override async giveRole(id: string, role: Role): Promise<boolean> {
    return (await this.database.query('UPDATE access.account SET role = $2 WHERE id = $1 RETURNING 1', [id, role])).length > 0;
  }

  override async giveUnit(id: string, unit: string | null): Promise<boolean> {
    return (await this.database.query('UPDATE access.account SET unit = $2 WHERE id = $1 RETURNING 1', [id, unit])).length > 0;
  }

  override async renew(id: string, { passwordHash, codeSecret }: Secrets): Promise<boolean> {
    const sealed = this.sealing.seal(Buffer.from(codeSecret), placeOf(id));
    return this.database.transaction(async (tx) => {
      const renewed = await tx.query(
        'UPDATE access.account SET password_hash = $2, code_secret = $3, last_code_step = 0 WHERE id = $1 RETURNING 1',
        [id, passwordHash, sealed],
      );
      await tx.query('DELETE FROM access.session WHERE account_id = $1', [id]);
      return renewed.length > 0;
    });
  }

  override async takeStep(id: string, step: number): Promise<boolean> {
    const taken = await this.database.query(
      'UPDATE access.account SET last_code_step = $2 WHERE id = $1 AND last_code_step < $2 RETURNING 1',
      [id, step],
    );
    return taken.length > 0;
  }
}
