import { randomInt } from 'node:crypto';
import { Database, type Scope } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { describeWith, freshDatabase } from '#testing/services/local-services';

/** A county with two towns, an office in the first, and a unit whose code begins like the first town's. */
const UNITS = `INSERT INTO resolver.unit (code, name, parent_code, category) VALUES
  ('C', '示例县', NULL, 'county'), ('T1', '甲镇', 'C', 'township'), ('T1-1', '甲镇办公室', 'T1', 'office'),
  ('T2', '乙镇', 'C', 'township'), ('T10', '丙镇', 'C', 'township')`;
const POSTS = `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES
  ('P-C', 'C', '县长', '{}'), ('P-T1', 'T1', '镇长', '{}'), ('P-T1-1', 'T1-1', '主任', '{}'), ('P-T2', 'T2', '镇长', '{}'),
  ('P-T10', 'T10', '镇长', '{}')`;
const CADRES = ['county', 'first', 'office', 'second', 'tenth', 'both', 'left', 'coming', 'nowhere'];
const HISTORY = `INSERT INTO resolver.post_history (cadre_id, post_code, from_day, left_day) VALUES
  ('county', 'P-C', '2020-01-01', NULL), ('first', 'P-T1', '2020-01-01', NULL), ('office', 'P-T1-1', '2020-01-01', NULL),
  ('second', 'P-T2', '2020-01-01', NULL), ('tenth', 'P-T10', '2020-01-01', NULL),
  ('both', 'P-T1-1', '2020-01-01', NULL), ('both', 'P-T2', '2021-01-01', NULL),
  ('left', 'P-T1', '2020-01-01', '2021-01-01'), ('left', 'P-T2', '2021-01-01', '2099-01-01'), ('coming', 'P-T1', '2099-01-01', NULL)`;

const SEEN: readonly (readonly [Scope, readonly string[]])[] = [
  [null, CADRES],
  ['C', ['county', 'first', 'office', 'second', 'tenth', 'both', 'left']],
  ['T1', ['first', 'office', 'both']],
  ['T1-1', ['office', 'both']],
  ['T2', ['second', 'both', 'left']],
  ['T10', ['tenth']],
  ['T', []],
  ['', []],
  ['/', []],
  ['C/T1', []],
  ['%', []],
];

async function settle(database: Database): Promise<void> {
  await database.migrate();
  for (const sql of [UNITS, POSTS]) await database.query(sql);
  await database.query(
    `INSERT INTO resolver.cadre (id, token, name, category) SELECT id, id, '示例', '其他' FROM unnest($1::text[]) AS id`,
    [CADRES],
  );
  await database.query(HISTORY);
}

describeWith(['postgres'], 'what a person sees', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let cadres: CadreQueries;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await settle(database);
    cadres = new CadreQueries(database);
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const listed = async (scope: Scope): Promise<string[]> => (await cadres.list(scope, { limit: 50 })).map(({ id }) => id);
  const idsAs = async (scope: Scope): Promise<string[]> => {
    const rows = await database.readAs(scope, async (reading) =>
      reading.query<{ id: string }>('SELECT id FROM console.standing ORDER BY id'),
    );
    return rows.map(({ id }) => id);
  };

  it.each(SEEN)('is the tree under the unit: %j sees %j', async (scope, seen) => {
    expect(await listed(scope)).toEqual(seen.toSorted());
    for (const id of CADRES) expect((await cadres.standing(scope, id))?.id).toBe(seen.includes(id) ? id : undefined);
  });

  it.each(SEEN)('is of a unit in it what a person sees whose scope is %j, and nothing of one that it does not hold', async (unit, seen) => {
    if (unit === null) return;
    const under = async (scope: Scope): Promise<string[]> => (await cadres.list(scope, { unit, limit: 50 })).map(({ id }) => id);
    expect(await under(null)).toEqual(seen.toSorted());
    expect(await under('C')).toEqual(seen.toSorted());
    expect(await under('T1')).toEqual(['T1', 'T1-1'].includes(unit) ? seen.toSorted() : []);
    expect(await under('T')).toEqual([]);
    const [both] = (await cadres.list(null, { unit: 'T1', limit: 50 })).filter(({ id }) => id === 'both');
    expect(both).toMatchObject({ post: '主任', unit_code: 'T1-1' });
  });

  it('is of a person with posts in two trees the post in the own one, and of units those of the tree', async () => {
    const postsOf = async (scope: Scope): Promise<string[]> => (await cadres.posts(scope, 'both')).map(({ post_code }) => post_code);
    expect([await postsOf(null), await postsOf('T1'), await postsOf('T2')]).toEqual([['P-T2', 'P-T1-1'], ['P-T1-1'], ['P-T2']]);
    const [row] = (await cadres.list('T1', { limit: 50 })).filter(({ id }) => id === 'both');
    expect(row).toMatchObject({ post: '主任', unit_code: 'T1-1' });
    const units = async (scope: Scope): Promise<string[]> => (await new UnitQueries(database).list(scope)).map(({ code }) => code);
    expect([await units('T1'), await units('T2'), await units('X')]).toEqual([['T1', 'T1-1'], ['T2'], []]);
  });

  it('moves with a unit that moves, and with a post that goes to another unit', async () => {
    await database.query(`UPDATE resolver.unit SET parent_code = 'T2' WHERE code = 'T1-1'`);
    expect([await listed('T1'), await listed('T2')]).toEqual([['first'], ['both', 'left', 'office', 'second']]);
    await database.query(`UPDATE resolver.post SET unit_code = 'T10' WHERE code = 'P-T1'`);
    expect([await listed('T1'), await listed('T10')]).toEqual([[], ['first', 'tenth']]);
    await database.query(`UPDATE resolver.unit SET parent_code = 'T1' WHERE code = 'T1-1'`);
    await database.query(`UPDATE resolver.post SET unit_code = 'T1' WHERE code = 'P-T1'`);
    expect(await listed('T1')).toEqual(['both', 'first', 'office']);
  });

  it('is nothing for the role without a scope, and that of the scope that is set, whatever the connection did before', async () => {
    const tables = await database.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_policies WHERE 'liuqu_console' = ANY(roles)`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const before of ["set_config('liuqu.scope', '/', true)", "set_config('liuqu.scope', '/C/T1/', true)"]) {
      await database.query(`SELECT ${before}`);
      for (const { name } of tables) {
        const rows = await database.transaction(async (tx) => {
          await tx.query('SET LOCAL ROLE liuqu_console');
          return tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
        });
        expect([name, rows]).toEqual([name, [{ n: 0 }]]);
      }
    }
    const seen = await database.transaction(async (tx) => {
      await tx.query("SELECT set_config('liuqu.scope', '/C/T2/', true)");
      await tx.query('SET LOCAL ROLE liuqu_console');
      return tx.query<{ id: string }>('SELECT id FROM resolver.cadre ORDER BY id');
    });
    expect(seen.map(({ id }) => id)).toEqual(['both', 'left', 'second']);
  });

  it('is read and never written, without tokens and what is sealed', async () => {
    for (const sql of [
      `UPDATE resolver.unit SET name = 'x'`,
      `DELETE FROM resolver.cadre`,
      `INSERT INTO resolver.unit (code, name, category) VALUES ('N', 'x', 'x')`,
      'SELECT token FROM resolver.cadre',
      'SELECT sealed FROM resolver.triage',
      'SELECT * FROM access.account',
      'SELECT * FROM log.record',
      'SELECT * FROM gateway.agency',
    ]) {
      for (const scope of [null, 'C']) {
        await expect(database.readAs(scope, async (reading) => reading.query(sql))).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('never reaches another request over the pool, whatever becomes of the one before', async () => {
    const right = new Map<Scope, string[]>();
    for (const [scope, seen] of SEEN) right.set(scope, seen.toSorted());
    const owner = await database.query<{ id: string }>('SELECT id FROM console.standing ORDER BY id');
    const wrong: unknown[] = [];
    const ask = async (): Promise<void> => {
      const [scope] = SEEN[randomInt(SEEN.length)] ?? [null];
      const fate = randomInt(6);
      if (fate === 0) {
        await database.readAs(scope, async (reading) => reading.query('SELECT 1 / 0')).catch(() => undefined);
      } else if (fate === 1) {
        const aborted = database.readAs(scope, async (reading) => {
          await reading.query('SELECT id FROM console.standing');
          throw new Error('the reader is gone');
        });
        await aborted.catch(() => undefined);
      } else if (fate === 2) {
        const all = await database.query<{ id: string }>('SELECT id FROM console.standing ORDER BY id');
        if (all.length !== owner.length) wrong.push({ owner: all.length });
      } else {
        const ids = await idsAs(scope);
        if (JSON.stringify(ids) !== JSON.stringify(right.get(scope))) wrong.push({ scope, ids });
      }
    };
    const lane = async (): Promise<void> => {
      for (let n = 0; n < 500; n += 1) await ask();
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    expect(wrong).toEqual([]);
  }, 120_000);
});

describeWith(['postgres'], 'databases of one server', () => {
  it('are migrated at the same moment, and share the roles of readers', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, freshDatabase));
    const migrated = all.map(async ({ url }) => {
      const database = await Database.connect(url, 1);
      await database.migrate();
      await database.close();
    });
    const outcomes = await Promise.allSettled(migrated);
    expect(outcomes.map(({ status }) => status)).toEqual(all.map(() => 'fulfilled'));
    for (const { drop } of all) await drop();
  });
});
