import { randomInt, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { MOST_VIEWS } from '#access/saved-views';
import { MOST_COUNTED, type ViewRow, viewsAnswer } from '#contracts/console/views';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { Sealer } from '#vault/sealer';
import { ConsoleApiModule } from '../../apps/console-api/src/console-api.module';
import { type Given, settleCadre, settleUnits, UNITS } from './two-towns';

const CADRE_VIEWS = [
  { level: 'inquiry' },
  { channel: 'public', category: '其他' },
  { unit: 'T1' },
  { unit: 'T2', level: 'none' },
  { category: '一把手' },
];
const CANDIDATE_VIEWS = [{ state: 'proposed' }, { level: 'inquiry', unit: 'T1-1' }, { channel: 'media' }];

describeWith(['postgres'], 'the views that a person keeps', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    stack = await aTestStack();
    const given: Given = { database: stack.database, sealer: new Sealer(stack.config.LIUQU_SEALING_KEY) };
    await settleUnits(stack.database);
    for (let n = 0; n < 30; n += 1) {
      const [unit] = UNITS[randomInt(UNITS.length)] ?? ['C'];
      await settleCadre(given, `cadre:${n}`, n % 9 === 8 ? [] : [unit], randomInt(5));
    }
    await stack.database.query('UPDATE projector.reading SET shown_channels = 16 WHERE shown_level > 2');
    app = await runApp('all-in-one', stack.config, [ConsoleApiModule]);
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });
  afterEach(async () => stack.database.query('DELETE FROM access.saved_view'));

  const ask = async (who: string, path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> => {
    const headers = { 'liuqu-demo-principal': who, ...(init.body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${url}/api/v1${path}`, { ...init, headers, signal: AbortSignal.timeout(20_000) });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const keep = async (who: string, page: string, name: unknown, filters: object): Promise<{ status: number; body: unknown }> =>
    ask(who, '/views', { method: 'POST', body: JSON.stringify({ page, name, filters }) });
  const views = async (who: string, page: string): Promise<ViewRow[]> => {
    const { status, body } = await ask(who, `/views?page=${page}`);
    expect(status).toBe(200);
    return viewsAnswer.parse(body).items;
  };
  const remove = async (who: string, id: string): Promise<number> => (await ask(who, `/views/${id}`, { method: 'DELETE' })).status;

  it.each([
    ['cadres', CADRE_VIEWS],
    ['candidates', CANDIDATE_VIEWS],
  ])('say how many of %s are in the list that they open, in the scope of who looks', async (page, questions) => {
    for (const [n, filters] of questions.entries()) expect((await keep('handler', page, `视图${n}`, filters)).status).toBe(201);
    for (const unit of [null, 'C', 'T1', 'T2', 'T10', 'T']) {
      const who = unit === null ? 'handler' : `handler@${unit}`;
      const seen = await views(who, page);
      expect(seen.map(({ name }) => name)).toEqual(questions.map((_, n) => `视图${n}`));
      for (const { filters, count, more } of seen) {
        const { body } = await ask(who, `/${page}?limit=200&${new URLSearchParams(filters).toString()}`);
        expect([unit, filters, count, more]).toEqual([unit, filters, (body as { items: unknown[] }).items.length, false]);
      }
    }
  });

  it('are counted no further than to the last number that is shown', async () => {
    await stack.database.query(
      `INSERT INTO resolver.cadre (id, token, name, category) SELECT 'many:' || n, 'many:' || n, '样本', '财务经济' FROM generate_series(1, $1) n`,
      [MOST_COUNTED + 1],
    );
    await keep('handler', 'cadres', '财务', { category: '财务经济' });
    expect(await views('handler', 'cadres')).toMatchObject([{ count: MOST_COUNTED, more: true }]);
    await stack.database.query(`DELETE FROM resolver.cadre WHERE id = 'many:1'`);
    expect(await views('handler', 'cadres')).toMatchObject([{ count: MOST_COUNTED, more: false }]);
    await stack.database.query(`DELETE FROM resolver.cadre WHERE id LIKE 'many:%'`);
  });

  it('are of one person and one list: for anybody else they are not there', async () => {
    const { body } = await keep('handler', 'cadres', '本镇', { unit: 'T1' });
    const { id } = body as { id: string };
    expect(await views('handler', 'candidates')).toEqual([]);
    expect(await views('case-management', 'cadres')).toEqual([]);
    const notThere = { status: 404, body: { code: 'view-not-found', detail: '没有这个视图。' } };
    for (const other of [id, randomUUID(), 'none']) {
      expect(await ask('case-management', `/views/${other}`, { method: 'DELETE' })).toMatchObject(notThere);
    }
    expect((await views('handler', 'cadres')).map((view) => view.id)).toEqual([id]);
    expect([await remove('handler', id), await remove('handler', id)]).toEqual([204, 404]);
    expect(await views('handler', 'cadres')).toEqual([]);
  });

  it('have one name each for one person and list, and are no more than twenty, though all are kept at once', async () => {
    expect((await keep('handler', 'cadres', ' 一把手 ', { category: '一把手' })).body).toMatchObject({ name: '一把手' });
    expect(await keep('handler', 'cadres', '一把手', {})).toMatchObject({ status: 409, body: { code: 'view-name-taken' } });
    expect((await keep('handler', 'candidates', '一把手', {})).status).toBe(201);
    expect((await keep('case-management', 'cadres', '一把手', {})).status).toBe(201);
    const all = await Promise.all(Array.from({ length: MOST_VIEWS + 4 }, async (_, n) => keep('handler', 'cadres', `视图${n}`, {})));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(MOST_VIEWS - 1);
    expect(all.filter(({ status }) => status === 409).map(({ body }) => (body as { code: string }).code)).toEqual(
      Array.from({ length: 5 }, () => 'too-many-views'),
    );
    expect(await views('handler', 'cadres')).toHaveLength(MOST_VIEWS);
  });

  it.each([
    ['cadre', { page: 'candidates', name: '视图', filters: { cadre: 'cadre:1' } }, '/filters/cadre'],
    ['place', { page: 'cadres', name: '视图', filters: { cursor: 'x' } }, '/filters/cursor'],
    ['unknown level', { page: 'cadres', name: '视图', filters: { level: 'grave' } }, '/filters/level'],
    ['filter of another list', { page: 'cadres', name: '视图', filters: { state: 'taken' } }, '/filters/state'],
    ['name of blanks', { page: 'cadres', name: '  ', filters: {} }, '/name'],
    ['long name', { page: 'cadres', name: '长'.repeat(41), filters: {} }, '/name'],
    ['list without views', { page: 'units', name: '视图', filters: {} }, '/page'],
  ])('hold no %s', async (_, { page, name, filters }, pointer) => {
    expect(await keep('handler', page, name, filters)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    expect(await views('handler', 'cadres')).toEqual([]);
  });

  it('say of a list that has none which have', async () => {
    const told = { code: 'request-not-understood', errors: [{ pointer: '/page', detail: '此项只能填写：cadres、candidates。' }] };
    expect((await ask('handler', '/views?page=units')).body).toMatchObject(told);
    expect((await keep('handler', 'units', '视图', {})).body).toMatchObject(told);
  });

  it('are not for who reads no cadres', async () => {
    for (const who of ['auditor', 'system-administrator']) expect((await keep(who, 'cadres', '视图', {})).status).toBe(403);
    expect((await ask('security-administrator', '/views?page=cadres')).status).toBe(403);
  });
});
