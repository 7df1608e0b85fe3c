import { uuidOf } from '#platform/event-id';
import { type ResolverAnswer, type StartedResolver, startResolver } from '#testing/resolver-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { SignalResolverModule } from '../signal-resolver.module';

/** Nobody's: the region code is not assigned. */
const FIRST = '999999197001011239';
const SECOND = '99999919700101101X';

const UNITS = 'code,name,parent_code,category\nU-002,青石乡,U-001,township\nU-001,云岭县,,county\n';
const POSTS = 'code,unit_code,title,factors\nP-001,U-002,乡长,principal; money\nP-002,U-002,副乡长,\n';
const CADRES = `id_number,name,category,managed_by\n${FIRST},陈示例,一把手,county\n${SECOND.toLowerCase()},周示例,其他,county\n`;
const HISTORY = `id_number,post_code,from,left\n${FIRST},P-001,2020-01-01,\n${SECOND},P-002,1998-06-01,2024-03-01\n`;

describeWith(['postgres'], 'the registry', () => {
  let resolver: StartedResolver;
  beforeAll(async () => {
    resolver = await startResolver(SignalResolverModule);
  });
  beforeEach(async () => resolver.empty());
  afterAll(async () => resolver?.close());

  const cadreIdOf = (idNumber: string): string => resolver.tokens.cadreIdOf(resolver.tokens.tokenOf(idNumber));
  const rows = async (sql: string): Promise<unknown[]> => resolver.database.query(sql);
  async function readInAll(): Promise<ResolverAnswer[]> {
    return [
      await resolver.readIn('units', UNITS),
      await resolver.readIn('posts', POSTS),
      await resolver.readIn('cadres', CADRES),
      await resolver.readIn('post-history', HISTORY),
    ];
  }
  const refusedIn = ({ body }: ResolverAnswer): unknown =>
    (body['refused'] as { line: number; code: string }[]).map(({ line, code }) => [line, code]);

  it('is read in from files, and reading the same files in again changes nothing', async () => {
    const two = { read: 2, changed: 2, refused: [] };
    expect((await readInAll()).map(({ status, body }) => [status, body])).toEqual([200, 200, 200, 200].map((status) => [status, two]));
    const facts = await resolver.announced();
    expect((await readInAll()).map(({ body }) => body)).toEqual(Array.from({ length: 4 }, () => ({ ...two, changed: 0 })));
    expect(await resolver.announced()).toEqual(facts);
    expect(await rows('SELECT code, parent_code FROM resolver.unit ORDER BY code')).toEqual([
      { code: 'U-001', parent_code: null },
      { code: 'U-002', parent_code: 'U-001' },
    ]);
    expect(await rows('SELECT code, factors FROM resolver.post ORDER BY code')).toEqual([
      { code: 'P-001', factors: ['money', 'principal'] },
      { code: 'P-002', factors: [] },
    ]);
  });

  it('tells the readings who held what, under ids made of the content, on the days of which the history speaks', async () => {
    await readInAll();
    const [first, second] = [cadreIdOf(FIRST), cadreIdOf(SECOND)];
    expect(await resolver.announced()).toEqual([
      {
        kind: 'post-held',
        subject: first,
        releasedOn: '2020-01-01',
        eventId: uuidOf('post-held', first, 'P-001', '2020-01-01'),
        post: 'P-001',
        factors: ['money', 'principal'],
        from: '2020-01-01',
      },
      {
        kind: 'post-held',
        subject: second,
        releasedOn: '2000-01-01',
        eventId: uuidOf('post-held', second, 'P-002', '1998-06-01'),
        post: 'P-002',
        factors: [],
        from: '1998-06-01',
      },
      {
        kind: 'post-left',
        subject: second,
        releasedOn: '2024-03-01',
        eventId: uuidOf('post-left', second, 'P-002', '1998-06-01', '2024-03-01'),
        post: 'P-002',
        on: '2024-03-01',
      },
    ]);
  });

  it('keeps tokens, never ID numbers', async () => {
    await readInAll();
    await resolver.readIn('cadres', `id_number,name,category,managed_by\n${FIRST.slice(0, 17)}0,王示例,其他,county`);
    const everything = JSON.stringify([
      await rows('SELECT * FROM resolver.cadre'),
      await rows('SELECT * FROM resolver.post_fact'),
      await rows(`SELECT * FROM log.outbox WHERE writer = 'signal-resolver'`),
    ]);
    expect(everything).not.toContain('999999');
    expect(await rows('SELECT id, token, name FROM resolver.cadre ORDER BY name DESC')).toEqual([
      { id: cadreIdOf(FIRST), token: resolver.tokens.tokenOf(FIRST), name: '陈示例' },
      { id: cadreIdOf(SECOND), token: resolver.tokens.tokenOf(SECOND), name: '周示例' },
    ]);
  });

  it('takes files with a byte order mark, in GB18030, with other columns and in another order', async () => {
    expect((await resolver.readIn('units', `\uFEFF${UNITS}`)).body).toMatchObject({ changed: 2 });
    const gb18030 = Buffer.concat([
      Buffer.from('category,code,note,parent_code,name\r\ntownship,U-002,,,'),
      Buffer.from([0xc7, 0xe0, 0xca, 0xaf]),
    ]);
    expect((await resolver.readIn('units', gb18030)).body).toEqual({ read: 1, changed: 1, refused: [] });
    expect(await rows(`SELECT name, parent_code FROM resolver.unit WHERE code = 'U-002'`)).toEqual([{ name: '青石', parent_code: null }]);
  });

  it.each([
    ['a column is missing', 'code,name\nU-001,云岭县', 'column-missing'],
    ['it is empty', '', 'column-missing'],
    ['its encoding is not known', Buffer.from([0x63, 0xff, 0xff, 0x0a]), 'encoding-not-known'],
  ])('reads nothing of a file when %s', async (_, csv, code) => {
    const answer = await resolver.readIn('units', csv);
    expect([answer.status, answer.body['code']]).toEqual([400, code]);
  });

  it('refuses bad units by their lines and keeps the good ones', async () => {
    const answer = await resolver.readIn(
      'units',
      [
        'code,name,parent_code,category',
        ',无代码,,township',
        'U-001,云岭县,,county',
        'U-010,甲,U-404,township',
        'U-011,乙,U-010,township',
        'U-020,丙,U-021,township',
        'U-021,丁,U-020,township',
        'U-001,别名,,county',
        'U-001,云岭县,,county',
        'U-030,少一列',
        'U-001/U-040,斜杠,,township',
        'U-031,"引号,,township',
      ].join('\n'),
    );
    expect(answer.body).toMatchObject({ read: 11, changed: 1 });
    expect(refusedIn(answer)).toEqual([
      [2, 'value-missing'],
      [4, 'parent-not-known'],
      [5, 'parent-not-known'],
      [6, 'parent-cycle'],
      [7, 'parent-cycle'],
      [8, 'listed-twice'],
      [10, 'columns-do-not-fit'],
      [11, 'code-not-plain'],
      [12, 'not-csv'],
    ]);
    expect(answer.body['refused']).toContainEqual({ line: 4, code: 'parent-not-known', detail: '上级单位代码不存在。' });
  });

  it('refuses bad posts, cadres and histories by their lines', async () => {
    await readInAll();
    expect(
      refusedIn(await resolver.readIn('posts', 'code,unit_code,title,factors\nP-003,U-404,所长,\nP-004,U-001,所长,fame\nP-005,U-001,,')),
    ).toEqual([
      [2, 'unit-not-known'],
      [3, 'factor-not-known'],
      [4, 'value-missing'],
    ]);
    const wrong = `${FIRST.slice(0, 17)}0`;
    const stranger = '999999198001010011';
    const cadres = await resolver.readIn(
      'cadres',
      `id_number,name,category,managed_by\n${wrong},王示例,其他,county\n${stranger},王示例,其他,higher\n${FIRST},陈示例,其他,city\n${SECOND},周示例,,county`,
    );
    expect(refusedIn(cadres)).toEqual([
      [2, 'id-number-not-whole'],
      [3, 'managed-by-higher-level'],
      [4, 'managed-by-not-known'],
      [5, 'value-missing'],
    ]);
    expect(JSON.stringify(cadres.body)).not.toContain('999999');
    const history = await resolver.readIn(
      'post-history',
      [
        'id_number,post_code,from,left',
        `${stranger},P-001,2020-01-01,`,
        `${FIRST},P-404,2020-01-01,`,
        `${FIRST},P-002,2020-02-30,`,
        `${FIRST},P-002,2020-01-01,2020-01-01`,
        `${FIRST},P-002,2021-01-01,2022-01-01`,
        `${FIRST},P-002,2021-01-01,2023-01-01`,
        `${FIRST},P-001,2021-01-01,`,
        `${FIRST},P-002,0202-01-01,`,
        `${FIRST},P-0\0,2021-01-01,`,
      ].join('\n'),
    );
    expect(refusedIn(history)).toEqual([
      [2, 'cadre-not-known'],
      [3, 'post-not-known'],
      [4, 'not-a-date'],
      [5, 'left-before-from'],
      [7, 'listed-twice'],
      [8, 'holding-overlaps'],
      [9, 'not-a-date'],
      [10, 'value-not-text'],
    ]);
    expect(history.body).toMatchObject({ read: 9, changed: 1 });
  });

  it('refuses a category of a unit or a cadre that nobody knows, and says which there are', async () => {
    const units = await resolver.readIn('units', 'code,name,parent_code,category\nU-001,云岭县,,county\nU-002,甲,,city-state');
    expect([units.body['changed'], refusedIn(units)]).toEqual([1, [[3, 'category-not-known']]]);
    const cadres = await resolver.readIn('cadres', `id_number,name,category,managed_by\n${FIRST},陈示例,重点人,county`);
    const detail = 'category只能是一把手、组织人事、财务经济、执法执纪、行政管理、其他。';
    expect(cadres.body).toEqual({ read: 1, changed: 0, refused: [{ line: 2, code: 'category-not-known', detail }] });
  });

  it('marks a known cadre who is managed by a higher level now, tells nothing more, and takes the mark away again', async () => {
    await readInAll();
    const before = await resolver.announced();
    const managedBy = async (level: string): Promise<ResolverAnswer> =>
      resolver.readIn('cadres', `id_number,name,category,managed_by\n${FIRST},陈示例,一把手,${level}`);
    const marks = async (): Promise<unknown> => rows('SELECT name FROM resolver.cadre WHERE managed_higher');
    expect((await managedBy('higher')).body).toEqual({ read: 1, changed: 1, refused: [] });
    expect((await managedBy('higher')).body).toEqual({ read: 1, changed: 0, refused: [] });
    expect(await marks()).toEqual([{ name: '陈示例' }]);
    const later = `id_number,post_code,from,left\n${FIRST},P-002,2021-01-01,`;
    expect(refusedIn(await resolver.readIn('post-history', later))).toEqual([[2, 'managed-by-higher-level']]);
    expect(await resolver.announced()).toEqual(before);
    expect((await managedBy('county')).body).toEqual({ read: 1, changed: 1, refused: [] });
    expect(await marks()).toEqual([]);
  });

  it('has another day of leaving in place of the one that was told before', async () => {
    await readInAll();
    const before = (await resolver.announced()).length;
    const line = (left: string): string => `id_number,post_code,from,left\n${SECOND},P-002,1998-06-01,${left}`;
    await resolver.readIn('post-history', line('2024-05-01'));
    await resolver.readIn('post-history', line('2024-03-01'));
    await resolver.readIn('post-history', line('2024-03-01'));
    const facts = (await resolver.announced()).slice(before);
    const inForce = new Set(facts.flatMap((fact) => (fact.kind === 'post-left' ? fact.eventId : [])));
    for (const fact of facts) if (fact.kind === 'withdrawal') inForce.delete(fact.target);
    expect(facts.map(({ kind }) => kind)).toEqual(['withdrawal', 'post-left', 'withdrawal', 'post-left']);
    expect(facts.filter(({ eventId }) => inForce.has(eventId))).toMatchObject([{ kind: 'post-left', on: '2024-03-01' }]);
    expect(await rows(`SELECT left_day::text AS "left" FROM resolver.post_history WHERE post_code = 'P-002'`)).toEqual([
      { left: '2024-03-01' },
    ]);
  });

  it('tells a post again, on its first day, to those who hold it when its factors change', async () => {
    await readInAll();
    const before = await resolver.announced();
    await resolver.readIn('posts', POSTS.replace('principal; money', 'principal'));
    const facts = (await resolver.announced()).slice(before.length);
    expect(facts).toMatchObject([
      { kind: 'withdrawal', subject: cadreIdOf(FIRST), target: before[0]?.eventId, releasedOn: '2020-01-01' },
      { kind: 'post-held', subject: cadreIdOf(FIRST), post: 'P-001', factors: ['principal'], from: '2020-01-01', releasedOn: '2020-01-01' },
    ]);
    await readInAll();
    expect((await resolver.announced()).filter(({ kind }) => kind === 'post-held')).toHaveLength(4);
  });

  it('is kept by the system administrator only, in CSV', async () => {
    expect(await resolver.ask('PUT', '/api/v1/registry/units', 'petition-clerk', {})).toMatchObject({ status: 403 });
    expect(await resolver.ask('PUT', '/api/v1/registry/units', 'system-administrator', {})).toMatchObject({ status: 415 });
  });

  it('sends what it announces while it runs', () => {
    expect([...resolver.relays.running]).toEqual(['signal-resolver']);
  });
});
