import { PostgresAccounts } from '#access/postgres/postgres-accounts';
import { PostgresSessions } from '#access/postgres/postgres-sessions';
import { PostgresTryCounts } from '#access/postgres/postgres-try-counts';
import { Database } from '#persistence/database';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { type AccessWorld, describeSignIn } from '#testing/sign-in.contract';
import { Sealer } from '#vault/sealer';

async function accessOnPostgres(): Promise<AccessWorld> {
  const fresh = await freshDatabase();
  const database = await Database.connect(fresh.url, 6);
  await database.migrate();
  return {
    accounts: new PostgresAccounts(database, new Sealer(Buffer.alloc(32, 5))),
    sessions: new PostgresSessions(database),
    tries: new PostgresTryCounts(database, Buffer.alloc(32, 6)),
    now: async () => {
      const [row] = await database.query<{ now: Date }>('SELECT clock_timestamp() AS now');
      return row?.now ?? new Date(0);
    },
    // The clock of the database cannot be put forward; what it is compared with can be put back.
    pass: async (seconds) => {
      await database.query('UPDATE access.failed_try SET last_at = last_at - make_interval(secs => $1)', [seconds]);
      const back = 'opened_at = opened_at - make_interval(secs => $1), seen_at = seen_at - make_interval(secs => $1)';
      await database.query(`UPDATE access.session SET ${back}`, [seconds]);
    },
    close: async () => {
      await database.close();
      await fresh.drop();
    },
  };
}

describeWith(['postgres'], 'on PostgreSQL', () => describeSignIn('sign-in', accessOnPostgres));

describeWith(['postgres'], 'what PostgreSQL keeps of a person', () => {
  it('is neither a password, nor the secret of the codes, nor a token, nor a name that was tried', async () => {
    const fresh = await freshDatabase();
    const database = await Database.connect(fresh.url, 2);
    try {
      await database.migrate();
      const accounts = new PostgresAccounts(database, new Sealer(Buffer.alloc(32, 5)));
      const codeSecret = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
      await accounts.add({ id: 'somebody', name: '示例人', role: 'auditor', unit: null, passwordHash: '$argon2id$…', codeSecret });
      await new PostgresTryCounts(database, Buffer.alloc(32, 6)).begin({ name: 'tried-name', browser: undefined });
      const token = await new PostgresSessions(database).open('somebody');
      const rows = await database.query<{ text: string }>(
        `SELECT account::text || encode(code_secret, 'escape') AS text FROM access.account
         UNION ALL SELECT session::text FROM access.session
         UNION ALL SELECT tried::text || encode(name_key, 'escape') FROM access.failed_try tried`,
      );
      const kept = rows.map(({ text }) => text).join('\n');
      expect(rows).toHaveLength(3);
      for (const secret of [codeSecret, token, 'tried-name', Buffer.from(token).toString('hex')]) expect(kept).not.toContain(secret);
      await expect(accounts.find('somebody')).resolves.toMatchObject({ codeSecret });
    } finally {
      await database.close();
      await fresh.drop();
    }
  });
});
