import { Database, type Scope } from '#persistence/database';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { type Settled, settleCadre, settleUnits } from './two-towns';

/** What readers may read that is about nobody: the same for everyone. */
const ABOUT_NOBODY: readonly string[] = [
  'gateway.agency',
  'projector.policy',
  'projector.policy_in_force',
  'workflow.candidate_limit',
  'console.candidate_limit',
];

interface Relation {
  readonly name: string;
  readonly columns: string;
}

describeWith(['postgres'], 'every table and view that readers may read', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let relations: readonly Relation[];
  let first: Settled;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    await settleUnits(database);
    const given = { database, sealer: new Sealer(Buffer.alloc(32, 3)) };
    first = await settleCadre(given, 'cadre:first', ['T1']);
    const second = await settleCadre(given, 'cadre:second', ['T2']);
    for (const { item } of [first, second]) {
      await database.query(`INSERT INTO resolver.waiting (awaits, event_id, sealed) VALUES ($1, gen_random_uuid(), '')`, [item]);
    }
    await database.query(
      `INSERT INTO gateway.agency (code, name, key_id, key_hash, systems, channels, statuses, authority)
       VALUES ('A', '示例单位', 'k', '', '{s}', '{organization}', '{}', 'county')`,
    );
    await database.query(
      `INSERT INTO workflow.candidate_limit (most, reason, set_by) VALUES (10, '示例理由', 'demo-handling-office-head')`,
    );
    await database.query(
      `INSERT INTO workflow.inquiry_event (cadre_id, version, body)
       SELECT cadre_id, max(version) + 1, '{"type":"DismissalAsked","by":"demo-handler","reason":"示例理由"}' FROM workflow.inquiry_event GROUP BY cadre_id`,
    );
    relations = await database.query<Relation>(
      `SELECT format('%I.%I', table_schema, table_name) AS name, string_agg(quote_ident(column_name), ', ') AS columns
         FROM information_schema.column_privileges WHERE grantee = 'liuqu_console' AND privilege_type = 'SELECT'
        GROUP BY table_schema, table_name ORDER BY name`,
    );
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  /** How many rows of each relation a reader sees, and how many of these speak of the first town: its unit, cadre, candidate, signal or item. */
  const seenBy = async (scope: Scope): Promise<Record<string, { readonly all: number; readonly ofFirst: number }>> => {
    const { cadre, candidate, item, signal } = first;
    const marks = [cadre, candidate, item, signal, '"T1"', '"P-T1"'].map((mark) => `%${mark}%`);
    const found: Record<string, { all: number; ofFirst: number }> = {};
    for (const { name, columns } of relations) {
      const sql = `SELECT count(*)::int AS all, (count(*) FILTER (WHERE to_jsonb(seen)::text LIKE ANY ($1)))::int AS "ofFirst"
                     FROM (SELECT ${columns} FROM ${name}) seen`;
      const [row] = await database.readAs(scope, async (reading) => reading.query<{ all: number; ofFirst: number }>(sql, [marks]));
      if (row) found[name] = row;
    }
    return found;
  };
  /** What a reader of the second town sees of the first. */
  const leaks = async (): Promise<string[]> =>
    Object.entries(await seenBy('T2')).flatMap(([name, { ofFirst }]) => (ofFirst > 0 ? [name] : []));

  it('has rows of both towns here, so that nothing is hidden by being empty', async () => {
    const whole = await seenBy(null);
    expect(relations.length).toBeGreaterThan(20);
    for (const [name, { all, ofFirst }] of Object.entries(whole)) {
      expect([name, all > 0]).toEqual([name, true]);
      if (!ABOUT_NOBODY.includes(name)) expect([name, ofFirst > 0, all > ofFirst]).toEqual([name, true, true]);
    }
  });

  it('shows each town its own rows, and the second none of the first', async () => {
    expect(await leaks()).toEqual([]);
    for (const scope of ['T1', 'T2']) {
      for (const [name, { all }] of Object.entries(await seenBy(scope))) expect([scope, name, all > 0]).toEqual([scope, name, true]);
    }
  });

  it('shows a unit that is not there nothing', async () => {
    expect(Object.entries(await seenBy('X')).flatMap(([name, { all }]) => (all > 0 ? [name] : []))).toEqual([]);
  });

  it.each(['projector.reading', 'resolver.signal_as_sent', 'dispatcher.alert', 'dispatcher.correction', 'workflow.inquiry_event'])(
    'is found out where a policy of %s lets everything through',
    async (table) => {
      await database.query(`CREATE POLICY planted ON ${table} AS PERMISSIVE FOR SELECT TO liuqu_console USING (1 = 1)`);
      try {
        expect(await leaks()).toContain(table);
      } finally {
        await database.query(`DROP POLICY planted ON ${table}`);
      }
    },
  );
});
