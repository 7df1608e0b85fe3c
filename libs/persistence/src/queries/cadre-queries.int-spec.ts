import { masksWith } from '#persistence/channel-mask';
import { Database, type Scope } from '#persistence/database';
import { DataDay } from '#persistence/queries/data-day';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { type CadreFilters, type CadrePlace, CadreQueries } from './cadre-queries';

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
  const list = async (kind: string, value: string): Promise<unknown> =>
    database.query('INSERT INTO gateway.managed_higher (kind, value) VALUES ($1, $2)', [kind, value]);
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

  it('are without those whom the list at the door names, or whose unit of today it names', async () => {
    await list('token', 'b');
    expect([await listed(), await queries.standing(null, 'b')]).toEqual([['a'], undefined]);
    expect((await queries.list('U-1', { limit: 10 })).map(({ id }) => id)).toEqual(['a']);
    await list('unit', 'U-1');
    expect([await listed(), (await queries.list('U-1', { limit: 10 })).map(({ id }) => id)]).toEqual([[], []]);
    await database.query('DELETE FROM gateway.managed_higher');
    expect(await listed()).toEqual(['a', 'b']);
  });
});

describeWith(['postgres'], 'the readings that the lists show', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    await database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ('cadre:1', 't', '陈示例', '其他')`);
    await database.query(
      `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, as_of, last_event, shown_e, shown_p, shown_level, shown_on)
       SELECT slot, 'cadre:1', slot, 0, 0, 0, '2026-06-01', gen_random_uuid(), 0, 0, level, day
         FROM (VALUES ('a', 1, '2026-06-01'::date), ('b', 4, '2026-05-01')) AS told (slot, level, day)`,
    );
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const shown = async (): Promise<unknown> => {
    const queries = new CadreQueries(database);
    const rows = await queries.list(null, { limit: 10 });
    const { state } = (await queries.standing(null, 'cadre:1')) ?? {};
    return [rows.map(({ level }) => level), state, await new DataDay(database).of(null)];
  };
  const goLive = async (slot: string): Promise<void> =>
    database.transaction(async (tx) => {
      await tx.query(`UPDATE projector.slot SET state = 'standby' WHERE state = 'live'`);
      await tx.query(`UPDATE projector.slot SET state = 'live', policy = 'p' WHERE slot = $1`, [slot]);
    });

  it('are those of the live slot alone, from the moment on that one row says so', async () => {
    expect(await shown()).toEqual([[1], 'a', '2026-06-01']);
    await goLive('b');
    expect(await shown()).toEqual([[4], 'b', '2026-05-01']);
  });

  it('are shown with the higher of the level of E and that of a measure in force, and found by it', async () => {
    await database.query(
      `UPDATE projector.reading SET shown_level = 1, level = 1, entered_on = '2026-04-01', shown_floor = 2, floor_until = '2026-10-27'`,
    );
    const [row] = await new CadreQueries(database).list(null, { level: 2, limit: 10 });
    expect(row).toMatchObject({ level: 2, floor: 2, floor_until: '2026-10-27', entered_on: null });
    await database.query('UPDATE projector.reading SET shown_level = 3, level = 3');
    const [higher] = await new CadreQueries(database).list(null, { level: 3, limit: 10 });
    expect(higher).toMatchObject({ level: 3, floor: 2, entered_on: '2026-04-01' });
    expect(await new CadreQueries(database).list(null, { level: 2, limit: 10 })).toEqual([]);
  });

  it('are of one slot: a second cannot be live', async () => {
    await expect(database.query(`UPDATE projector.slot SET state = 'live'`)).rejects.toMatchObject({ constraint: 'one_live_slot' });
  });
});

/** 400 cadres on all levels; one in seven is in the media, one in three among the public, every fifth a 一把手. */
const MANY = [
  `INSERT INTO resolver.unit (code, name, parent_code, category) VALUES ('C', '示例县', NULL, 'county'), ('T1', '甲镇', 'C', 'township')`,
  `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-C', 'C', '县长', '{}'), ('P-T1', 'T1', '镇长', '{}')`,
  `INSERT INTO resolver.cadre (id, token, name, category)
     SELECT 'cadre:' || n, n, '样本' || n, CASE WHEN n % 5 = 0 THEN '一把手' ELSE '其他' END FROM generate_series(1, 400) n`,
  `INSERT INTO resolver.post_history (cadre_id, post_code, from_day)
     SELECT 'cadre:' || n, CASE WHEN n % 2 = 0 THEN 'P-C' ELSE 'P-T1' END, '2020-01-01' FROM generate_series(1, 400) n`,
  `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, as_of, last_event, shown_e, shown_p, shown_level, shown_on, shown_channels)
     SELECT 'a', 'cadre:' || n, '{}', 0, n % 50, n % 5, '2026-06-01', gen_random_uuid(), 0, n % 50, n % 5, '2026-06-01',
            CASE WHEN n % 7 = 0 THEN 32 ELSE 0 END + CASE WHEN n % 3 = 0 THEN 16 ELSE 0 END
       FROM generate_series(1, 380) n`,
  'ANALYZE',
];

describeWith(['postgres'], 'the filters of the list of cadres', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    for (const sql of MANY) await database.query(sql);
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  /** All of them, three a page. */
  const paged = async (scope: Scope, filters: CadreFilters): Promise<string[]> => {
    const queries = new CadreQueries(database);
    const ids: string[] = [];
    for (let after: CadrePlace | undefined; ;) {
      const rows = await queries.list(scope, { ...filters, after, limit: 3 });
      const last = rows.at(-1);
      if (!last) return ids;
      ids.push(...rows.map(({ id }) => id));
      after = { level: last.level ?? 0, p: last.p_milli ?? 0, id: last.id };
    }
  };
  const counted = async (where: string): Promise<string[]> => {
    const sql = `SELECT cadre.id FROM resolver.cadre LEFT JOIN projector.reading ON subject = cadre.id JOIN resolver.post_history ON cadre_id = cadre.id
       WHERE ${where} ORDER BY coalesce(shown_level, 0) DESC, coalesce(shown_p, 0) DESC, cadre.id`;
    return (await database.query<{ id: string }>(sql)).map(({ id }) => id);
  };

  it.each([
    [{ category: '一把手' }, `category = '一把手'`],
    [{ channel: 'media' }, 'shown_channels & 32 <> 0'],
    [{ channel: 'public', level: 0 }, 'shown_channels & 16 <> 0 AND shown_level = 0'],
    [{ channel: 'team' }, 'false'],
    [{ unit: 'T1', level: 0 }, `post_code = 'P-T1' AND coalesce(shown_level, 0) = 0`],
    [{ unit: 'C', category: '其他', channel: 'public' }, `category = '其他' AND shown_channels & 16 <> 0`],
    [{ unit: 'X' }, 'false'],
  ] as const)('hold over all pages who fits, each once and in order: %j', async (filters, where) => {
    const wanted = await counted(where);
    expect(await paged(null, filters)).toEqual(wanted);
    const inTown = await counted(`(${where}) AND post_code = 'P-T1'`);
    expect(await paged('T1', filters)).toEqual('unit' in filters && filters.unit === 'C' ? [] : inTown);
  });

  it.each([null, 'C'])('find a channel by the index, masks and all, with row-level security for %j', async (scope) => {
    const plan = await database.readAs(scope, async (reading) => {
      await reading.query(`SELECT set_config('enable_seqscan', 'off', true)`);
      return reading.query('EXPLAIN (FORMAT JSON) SELECT id FROM console.standing WHERE level = $1 AND channels = ANY ($2::smallint[])', [
        0,
        masksWith('media'),
      ]);
    });
    expect(JSON.stringify(plan)).toMatch(/"Index Name":"reading_a_by_level"[^}]*"Index Cond":"[^"]*shown_channels = ANY/);
  });
});
