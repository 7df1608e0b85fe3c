import { type Account, Accounts, type KnownAccount, type LinkOutcome, type Secrets } from '#access/accounts';
import type { ForeignIdentity } from '#access/identity-provider';
import type { Role } from '#access/principals';
import type { Sealing } from '#access/sealing';
import type { Database } from '#persistence/database';

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

  override async all(): Promise<readonly KnownAccount[]> {
    const rows = await this.database.query<Omit<KnownAccount, 'lastSignInAt'> & { readonly lastSignInAt: Date | null }>(
      `SELECT id, name, role, unit, active, added_at AS "addedAt", last_sign_in_at AS "lastSignInAt",
              last_code_step > 0 AS "codeTaken", oidc_subject IS NOT NULL AS linked
         FROM access.account ORDER BY id`,
    );
    return rows.map((row) => ({ ...row, lastSignInAt: row.lastSignInAt ?? undefined }));
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

  override async link(id: string, identity: ForeignIdentity | undefined): Promise<LinkOutcome> {
    return this.database.transaction(async (tx) => {
      const [account] = await tx.query('SELECT 1 FROM access.account WHERE id = $1 FOR UPDATE', [id]);
      if (!account) return 'not-found';
      const free = `NOT EXISTS (SELECT 1 FROM access.account WHERE oidc_issuer = $2 AND oidc_subject = $3 AND id <> $1)`;
      const linked = await tx.query(`UPDATE access.account SET oidc_issuer = $2, oidc_subject = $3 WHERE id = $1 AND ${free} RETURNING 1`, [
        id,
        identity?.issuer ?? null,
        identity?.subject ?? null,
      ]);
      if (linked.length === 0) return 'taken';
      await tx.query('DELETE FROM access.session WHERE account_id = $1', [id]);
      return 'linked';
    });
  }

  override async withIdentity({ issuer, subject }: ForeignIdentity): Promise<Pick<Account, 'id' | 'active'> | undefined> {
    const [row] = await this.database.query<Pick<Account, 'id' | 'active'>>(
      'SELECT id, active FROM access.account WHERE oidc_issuer = $1 AND oidc_subject = $2',
      [issuer, subject],
    );
    return row;
  }
}
