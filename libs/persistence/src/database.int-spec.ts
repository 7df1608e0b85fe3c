import { Database } from '#persistence/database';
import { DatabaseFault } from '#persistence/database-fault';
import { CuttingProxy } from '#testing/services/cutting-proxy';
import { describeWith, freshDatabase } from '#testing/services/local-services';

const LONGEST_MS = 300;

describeWith(['postgres'], 'a database whose machine has gone without a word', () => {
  let database: Database;
  let proxy: CuttingProxy;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    const address = new URL(fresh.url);
    proxy = await CuttingProxy.to(address.hostname, Number(address.port));
    address.port = String(proxy.port);
    database = await Database.connect(address.href, 1, LONGEST_MS);
  });

  afterAll(async () => {
    await database?.close();
    await proxy?.close();
    await drop?.();
  });

  it('is not waited for much longer than a statement may take, and the next caller gets a new connection', async () => {
    await database.query('SELECT 1');
    proxy.muteAll();

    await expect(database.query('SELECT 1')).rejects.toBeInstanceOf(DatabaseFault);

    expect(await database.query('SELECT 2 AS answer')).toEqual([{ answer: 2 }]);
  }, 15_000);

  it('is waited for once in a transaction, roll-back included', async () => {
    const began = Date.now();
    const work = database.transaction(async (tx) => {
      await tx.query('SELECT 1');
      proxy.muteAll();
      await tx.query('SELECT 2');
    });

    await expect(work).rejects.toBeInstanceOf(DatabaseFault);

    expect(Date.now() - began).toBeLessThan(9_000);
    expect(await database.query('SELECT 3 AS answer')).toEqual([{ answer: 3 }]);
  }, 15_000);

  it('is told apart from a statement that PostgreSQL gives up', async () => {
    await expect(database.query('SELECT pg_sleep(5)')).rejects.toMatchObject({ name: 'DatabaseFault', code: '57014' });
  });
});
