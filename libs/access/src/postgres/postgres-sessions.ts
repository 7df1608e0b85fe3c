import type { Principal } from '#access/principals';
import { hashOfToken, newSessionToken } from '#access/session-token';
import { IDLE_SECONDS, LONGEST_SECONDS, Sessions } from '#access/sessions';
import type { Database } from '#persistence/database';

/** A session that was seen so lately is not written again. */
const SEEN_LATELY_SECONDS = 60;

const LIVE = `session.seen_at > now() - make_interval(secs => ${IDLE_SECONDS})
  AND session.opened_at > now() - make_interval(secs => ${LONGEST_SECONDS})`;

export class PostgresSessions extends Sessions {
  constructor(private readonly database: Database) {
    super();
  }

  override async open(accountId: string): Promise<string> {
    const token = newSessionToken();
    await this.database.transaction(async (tx) => {
      await tx.query(`DELETE FROM access.session WHERE NOT (${LIVE})`);
      // A person switched off at this moment opens nothing: the row is locked, and looked at.
      await tx.query(
        `WITH person AS (UPDATE access.account SET last_sign_in_at = now() WHERE id = $2 AND active RETURNING id)
         INSERT INTO access.session (token_hash, account_id) SELECT $1, id FROM person`,
        [hashOfToken(token), accountId],
      );
    });
    return token;
  }

  override async principalOf(token: string): Promise<Principal | undefined> {
    const hash = hashOfToken(token);
    const [row] = await this.database.query<Principal & { readonly seen_lately: boolean }>(
      `SELECT account.id, account.name, account.role, account.unit,
              session.seen_at > now() - make_interval(secs => ${SEEN_LATELY_SECONDS}) AS seen_lately
         FROM access.session JOIN access.account ON account.id = session.account_id
        WHERE session.token_hash = $1 AND account.active AND ${LIVE}`,
      [hash],
    );
    if (!row) return undefined;
    if (!row.seen_lately) await this.database.query('UPDATE access.session SET seen_at = now() WHERE token_hash = $1', [hash]);
    return { id: row.id, name: row.name, role: row.role, unit: row.unit };
  }

  override async endHashed(tokenHash: Buffer): Promise<void> {
    await this.database.query('DELETE FROM access.session WHERE token_hash = $1', [tokenHash]);
  }
}
