import { Database } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { describeWith, freshDatabase } from '#testing/services/local-services';

describeWith(['postgres'], 'those beside whom a cadre is looked at', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    await database.query(
      `INSERT INTO resolver.unit (code, name, parent_code, category) VALUES ('C', '示例县', NULL, 'county'), ('T1', '甲镇', 'C', 'township'), ('T2', '乙镇', 'C', 'township')`,
    );
    await database.query(
      `INSERT INTO resolver.post (code, unit_code, title, factors) SELECT 'P-' || code, code, name || '干部', '{}' FROM resolver.unit`,
    );
    // Twelve in one town, eleven in the other, two in the county; every third a 一把手, with E of their number.
    await database.query(
      `INSERT INTO resolver.cadre (id, token, name, category) SELECT 'cadre:' || n, n, '样本' || n, CASE WHEN n % 3 = 0 THEN '一把手' ELSE '其他' END FROM generate_series(1, 25) n`,
    );
    await database.query(
      `INSERT INTO resolver.post_history (cadre_id, post_code, from_day)
       SELECT 'cadre:' || n, CASE WHEN n <= 12 THEN 'P-T1' WHEN n <= 23 THEN 'P-T2' ELSE 'P-C' END, '2020-01-01' FROM generate_series(1, 25) n`,
    );
    await database.query(
      `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, as_of, last_event, shown_e, shown_p, shown_level, shown_on, shown_channels)
       SELECT 'a', 'cadre:' || n, '{}', 0, 0, 0, '2026-06-01', gen_random_uuid(), n * 1000, 0, 0, '2026-06-01', 0 FROM generate_series(1, 21) n`,
    );
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  it('hold posts in units of the same size, and whoever has no reading has none', async () => {
    const queries = new CadreQueries(database);
    expect([
      await queries.inPostBeside(null, 'cadre:3'),
      await queries.inPostBeside(null, 'cadre:24'),
      await queries.inPostBeside(null, 'cadre:99'),
    ]).toEqual([12, 2, 0]);
    expect(await queries.quartiles(null, { category: '一把手', from: 10, to: 19 })).toEqual({
      count: 7,
      quartiles: [6_000, 12_000, 18_000],
    });
    expect(await queries.quartiles(null, { category: '一把手', from: 1, to: 9 })).toEqual({ count: 1, quartiles: [0, 0, 0] });
    expect(await queries.quartiles(null, { category: '财务经济', from: 1, to: null })).toEqual({ count: 0, quartiles: [] });
  });

  it('are those in view', async () => {
    const queries = new CadreQueries(database);
    expect(await queries.quartiles('T1', { category: '一把手', from: 10, to: 19 })).toEqual({ count: 4, quartiles: [3_000, 6_000, 9_000] });
    expect(await queries.inPostBeside('T2', 'cadre:3')).toBe(0);
  });
});
