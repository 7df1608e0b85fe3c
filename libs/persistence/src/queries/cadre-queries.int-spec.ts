import { Database } from '#persistence/database';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { CadreQueries } from './cadre-queries';

describeWith(['postgres'], 'the cadres that the console asks about', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let queries: CadreQueries;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    await database.query(`INSERT INTO resolver.unit (code, name, category) VALUES ('U-1', '示例镇', 'township')`);
    await database.query(`INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-1', 'U-1', '镇长', '{principal}')`);
    await database.query(
      `INSERT INTO resolver.cadre (id, token, name, category) VALUES ('a', 'a', '陈示例', '其他'), ('b', 'b', '周示例', '其他')`,
    );
    await database.query(`INSERT INTO resolver.post_history VALUES ('a', 'P-1', '2020-01-01', NULL), ('b', 'P-1', '2020-01-01', NULL)`);
    queries = new CadreQueries(database);
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const mark = async (id: string, managedHigher: boolean): Promise<unknown> =>
    database.query('UPDATE resolver.cadre SET managed_higher = $2 WHERE id = $1', [id, managedHigher]);
  const listed = async (unit?: string): Promise<string[]> => (await queries.list(null, { unit, limit: 10 })).map(({ id }) => id);

  it('are without those whom a higher level manages, until the county does again', async () => {
    await mark('b', true);
    expect([await listed(), await listed('U-1'), await queries.standing(null, 'b')]).toEqual([['a'], ['a'], undefined]);
    await mark('b', false);
    expect([await listed(), await listed('U-1')]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});
