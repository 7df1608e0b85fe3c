import { Client } from 'pg';
import { describeWith, freshDatabase, startServices, type LocalServices } from '#testing/services/local-services';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

describeWith(['postgres'], 'the local services', () => {
  let own: LocalServices;
  afterEach(async () => own?.stop());

  it('keep what was committed when a service is killed and restarted on the same address', async () => {
    own = await startServices({ only: ['postgres'] });
    const { url, pid } = own.address('postgres');
    await ask(url, 'CREATE TABLE kept AS SELECT 6 AS channels');

    own.kill('postgres', 'SIGKILL');
    await own.restart('postgres');

    expect(own.address('postgres').url).toBe(url);
    expect(own.address('postgres').pid).not.toBe(pid);
    expect(await ask(url, 'SELECT channels FROM kept')).toEqual([{ channels: 6 }]);
  });

  it('give each spec an empty database that knows Chinese letters', async () => {
    const database = await freshDatabase();
    await ask(database.url, 'CREATE EXTENSION pg_trgm');
    const answer = await ask(database.url, "SELECT show_trgm('张') <> '{}' AS knows");
    await database.drop();

    expect(answer).toEqual([{ knows: true }]);
    await expect(ask(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});
