import Ajv2020 from 'ajv/dist/2020';
import { createHash } from 'node:crypto';
import type { Role } from '#access/principals';
import { backtestAnswer } from '#contracts/console/backtests';
import { type PolicyDifference, policyDifference, type PolicyFile, policyFile, policyPage } from '#contracts/console/policies';
import { dayOf } from '#domain/calendar/day';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { Policy } from '#domain/risk/policy';
import { Database } from '#persistence/database';
import { goLive } from '#persistence/go-live';
import { namedJson } from '#platform/json/named-json';
import { eventually } from '#testing/eventually';
import { FakeEventLog } from '#testing/fake-event-log';
import { CADRE_TOKENS_OF_TESTS } from '#testing/resolver-on-postgres';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { FixedClock, startApp, type StartedApp } from '#testing/started-app';
import { PoliciesModule } from './policies.module';

const AUDIT = 'org-audit-rectification-overdue';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Without the half-life tables, as an author writes it. */
function written(change: Partial<Policy> & { readonly [forbidden: string]: unknown } = {}): string {
  const { halfLifeTables: _, ...policy } = { ...SHIPPED_POLICY, name: '示例县规则', ...change };
  return JSON.stringify(policy, null, 2);
}

describeWith(['postgres'], 'policies over HTTP, with no consumer running', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let app: StartedApp;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 4);
    await database.migrate();
    const clock = new FixedClock(new Date('2026-05-08T09:00:00+08:00'));
    app = await startApp([PoliciesModule], { database, clock, log: new FakeEventLog(), demo: true, tokens: CADRE_TOKENS_OF_TESTS });
  });
  afterEach(async () => {
    await app?.close();
    await database?.close();
    await fresh?.drop();
  });

  const ask = async (role: Role, request: string, json?: unknown): Promise<Answer> => {
    const [method = 'GET', path = ''] = request.split(' ', 2);
    const headers = { 'liuqu-demo-principal': role, ...(json === undefined ? {} : { 'content-type': 'application/json' }) };
    const body = json === undefined ? undefined : JSON.stringify(json);
    const answer = await fetch(`${app.url}/api/v1/policies${path}`, { method, headers, body, signal: AbortSignal.timeout(20_000) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const file = async (...asked: Parameters<typeof ask>): Promise<PolicyFile> => policyFile.parse((await ask(...asked)).body);
  const refused = async (...asked: Parameters<typeof ask>): Promise<unknown[]> => {
    const { status, body } = await ask(...asked);
    return [status, body['code']];
  };
  const draft = async (text = written()): Promise<PolicyFile> => file('case-management', 'POST ', { kind: 'odds', text });
  const HOURS = { hours: { perCandidate: 6, perWeek: 40 } };
  const backtested = async (id: string): Promise<void> => {
    expect((await ask('case-management', `POST /${id}/backtest`, HOURS)).status).toBe(202);
    await eventually(async () => {
      const { body } = await ask('deputy-leader', `GET /${id}/backtest`);
      expect(backtestAnswer.parse(body).backtest).toMatchObject({ state: 'done', total: 0, result: { subjects: 0 }, ...HOURS });
    });
  };
  const upForApproval = async (text?: string): Promise<PolicyFile> => {
    const { id } = await draft(text);
    await ask('case-management', `POST /${id}/check`);
    await backtested(id);
    return file('handling-office-head', `POST /${id}/approval`);
  };
  const approve = async (role: Role, { id, hash }: PolicyFile): Promise<Answer> => ask(role, `POST /${id}/approval/confirmation`, { hash });
  const difference = async (id: string, from = ''): Promise<PolicyDifference> =>
    policyDifference.parse((await ask('handler', `GET /${id}/difference${from}`)).body);

  it('are drafted, checked, put up and approved by two, and tell who did what', async () => {
    const drafted = await draft();
    expect(drafted).toMatchObject({ state: 'draft', revision: 1, findings: [], authors: ['demo-case-management'], name: '示例县规则' });
    expect(JSON.parse(drafted.document ?? '')).toEqual({ ...SHIPPED_POLICY, name: '示例县规则' });
    const { id } = drafted;
    expect(await file('case-management', `POST /${id}/check`)).toMatchObject({ state: 'checked' });
    await backtested(id);
    expect(await file('handling-office-head', `POST /${id}/approval`)).toMatchObject({
      state: 'approval-asked',
      asked: { by: 'demo-handling-office-head', on: '2026-05-08' },
    });
    expect(policyFile.parse((await approve('deputy-leader', drafted)).body)).toMatchObject({ state: 'approval-asked', approvals: [{}] });
    const approved = policyFile.parse((await approve('organ-principal', drafted)).body);
    expect(approved).toMatchObject({ state: 'approved', hash: drafted.hash, inForce: [] });
    expect(approved.approvals.map(({ by }) => by)).toEqual(['demo-deputy-leader', 'demo-organ-principal']);
    expect(approved.history.map(({ deed }) => deed)).toEqual(['drafted', 'checked', 'approval-asked', 'approval-given', 'approved']);
    expect(await file('auditor', `GET /${id}`)).toEqual(approved);
  });

  it('go live by the switch alone, and the list shows since when', async () => {
    const asked = await upForApproval();
    for (const role of ['deputy-leader', 'party-principal'] as const) await approve(role, asked);
    await database.transaction(async (tx) => goLive(tx, asked.hash ?? '', dayOf('2099-01-01'), 'switcher'));
    const { items } = policyPage.parse((await ask('handler', 'GET ?kind=odds')).body);
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ['示例县规则', 'live'],
      ['shipped', 'retired'],
    ]);
    expect(items.map(({ inForce }) => inForce.map(({ until }) => until))).toEqual([[null], ['2099-01-01']]);
    expect(await file('handler', `GET /${asked.id}`)).toMatchObject({
      history: expect.arrayContaining([expect.objectContaining({ deed: 'went-live' })]),
    });
  });

  it('keep a text that is no JSON, or no total policy, as it was sent, with the places and sentences of what is wrong', async () => {
    const broken = await draft('{"name": "示例县规则",');
    expect(broken).toMatchObject({ state: 'draft', text: '{"name": "示例县规则",', document: null, hash: null, name: '' });
    expect(broken.findings).toMatchObject([{ pointer: '', code: 'json-malformed', zh: expect.stringContaining('第') }]);
    const { [AUDIT]: _, ...weights } = SHIPPED_POLICY.weights;
    const levels = SHIPPED_POLICY.levels.map((level) => ({ ...level, exit: level.enter }));
    const partial = await draft(written({ weights, levels, ageWeight: 3 }));
    expect(partial.findings.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/ageWeight', 'forbidden-feature'],
      ...[0, 1, 2, 3].map((place) => [`/levels/${place}`, 'thresholds-not-ordered']),
      [`/weights/${AUDIT}`, 'code-missing'],
    ]);
    expect(partial.findings[5]?.zh).toContain('审计整改逾期或虚假：信号目录中有这一类');
    for (const { id, text } of [broken, partial]) {
      expect(await file('case-management', `POST /${id}/check`)).toMatchObject({ state: 'draft', text });
      expect(await refused('case-management', `POST /${id}/approval`)).toEqual([409, 'policy-not-checked']);
    }
    expect(await refused('handler', `GET /${broken.id}/difference`)).toEqual([409, 'policy-not-json']);
    expect(await refused('handler', `GET /${broken.id}/document`)).toEqual([409, 'policy-not-json']);
  });

  it('are put up and approved when exactly their content was tested to the end, and told so in words', async () => {
    const { id } = await draft();
    await ask('case-management', `POST /${id}/check`);
    const untested = await ask('case-management', `POST /${id}/approval`);
    expect(untested).toMatchObject({ status: 409, body: { code: 'policy-not-backtested', detail: expect.stringContaining('试算') } });
    await backtested(id);
    await file('case-management', `PUT /${id}/text`, { text: written({ dwellDays: 45 }), revision: 1 });
    await ask('case-management', `POST /${id}/check`);
    expect(await refused('case-management', `POST /${id}/approval`)).toEqual([409, 'policy-not-backtested']);
    await backtested(id);
    const asked = await file('case-management', `POST /${id}/approval`);
    await database.query(`UPDATE projector.backtest SET state = 'failed', result = NULL WHERE hash = $1`, [asked.hash]);
    expect((await approve('deputy-leader', asked)).body).toMatchObject({ status: 409, code: 'policy-not-backtested' });
    await backtested(id);
    expect((await approve('deputy-leader', asked)).status).toBe(200);
  });

  it('are revised by who has seen the last text, and an earlier draft comes back with the reason of a refusal', async () => {
    const asked = await upForApproval();
    const reason = '函询门槛的调整没有说明依据';
    expect(await refused('deputy-leader', `POST /${asked.id}/approval/refusal`, { reason: '否' })).toEqual([400, 'request-not-understood']);
    const back = await file('deputy-leader', `POST /${asked.id}/approval/refusal`, { reason });
    expect(back).toMatchObject({ state: 'draft', refusal: { by: 'demo-deputy-leader', on: '2026-05-08', reason }, approvals: [] });
    const text = written({ dwellDays: 45 });
    const revised = await file('handling-office-head', `PUT /${asked.id}/text`, { text, revision: 1 });
    expect(revised).toMatchObject({ revision: 2, text, authors: ['demo-case-management', 'demo-handling-office-head'] });
    expect(await refused('case-management', `PUT /${asked.id}/text`, { text: written(), revision: 1 })).toEqual([
      409,
      'policy-revised-meanwhile',
    ]);
    expect((await difference(asked.id)).lines.map(({ zh }) => zh)).toEqual([
      '规则名称: shipped → 示例县规则',
      '级别最短停留: 30 天 → 45 天',
    ]);
  });

  it('are approved by nobody who has read another text, and by nobody twice', async () => {
    const asked = await upForApproval();
    expect(await refused('deputy-leader', `POST /${asked.id}/approval/confirmation`, { hash: '0'.repeat(64) })).toEqual([
      409,
      'policy-is-another',
    ]);
    await approve('deputy-leader', asked);
    expect((await approve('deputy-leader', asked)).body).toMatchObject({ status: 409, code: 'approver-approved-already' });
    const both = await Promise.all([approve('organ-principal', asked), approve('party-principal', asked)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('are compared with any other, and exported as the file whose hash is their name', async () => {
    const weights = { ...SHIPPED_POLICY.weights, [AUDIT]: { ...SHIPPED_POLICY.weights[AUDIT], '3': 45 } };
    const [one, two] = [await draft(written({ name: '一' })), await draft(written({ name: '二', weights }))];
    const { from, to, lines } = await difference(two.id, `?from=${one.id}`);
    expect([from.name, to.name]).toEqual(['一', '二']);
    expect(lines.map(({ zh, en }) => [zh, en])).toEqual([
      ['规则名称: 一 → 二', 'name: 一 → 二'],
      ['审计整改逾期或虚假 (3 级): 35 → 45', 'org-audit-rectification-overdue (class 3): 35 → 45'],
    ]);
    const answer = await fetch(`${app.url}/api/v1/policies/${two.id}/document`, { headers: { 'liuqu-demo-principal': 'handler' } });
    const exported = await answer.text();
    expect(createHash('sha256').update(exported).digest('hex')).toBe(two.hash);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="policy-odds-${two.hash?.slice(0, 12)}.json"`);
    expect((await draft(exported)).hash).toBe(two.hash);
  });

  it('are described by a schema that anybody may read, and that takes the shipped one', async () => {
    const answer = await fetch(`${app.url}/api/v1/policies/schema/odds`);
    const schema = (await answer.json()) as Record<string, unknown>;
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('application/schema+json')]);
    expect(new Ajv2020().compile(schema)(JSON.parse(written()))).toBe(true);
    expect(await refused('handler', 'GET /schema/nothing')).toEqual([400, 'question-not-understood']);
  });

  it('are paged by their latest change, and are none of the business of whoever is read about', async () => {
    for (const name of ['一', '二', '三']) await draft(written({ name }));
    const first = policyPage.parse((await ask('handler', 'GET ?limit=3')).body);
    const rest = policyPage.parse((await ask('handler', `GET ?limit=3&cursor=${first.next}`)).body);
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual(['三', '二', '一', 'shipped']);
    expect(rest.next).toBeNull();
    expect(policyPage.parse((await ask('handler', 'GET ?state=live')).body).items.map(({ hash }) => hash)).toEqual([
      namedJson(SHIPPED_POLICY).hash,
    ]);
    expect(await refused('handler', 'GET ?cursor=abc')).toEqual([400, 'question-not-understood']);
    expect(await refused('addressee', 'GET ')).toEqual([403, 'role-not-allowed']);
    expect(await refused('deputy-leader', 'POST ', { kind: 'odds', text: written() })).toEqual([403, 'role-not-allowed']);
    expect(await refused('case-management', `POST ${'/3f2b8c1e-0000-4000-8000-000000000000'}/check`)).toEqual([404, 'policy-not-found']);
    expect(await refused('case-management', 'POST ', { kind: 'odds', text: '' })).toEqual([400, 'request-not-understood']);
    expect(await refused('case-management', 'POST ', { kind: 'odds', text: '{}', by: 'x' })).toEqual([400, 'request-not-understood']);
  });

  it('are tested on all subjects before anybody approves them, by their authors', async () => {
    const { id } = await draft();
    expect((await ask('deputy-leader', `GET /${id}/backtest`)).body).toEqual({ backtest: null });
    expect((await ask('deputy-leader', `POST /${id}/backtest`, HOURS)).status).toBe(403);
    for (const body of [{}, { hours: { perCandidate: 0, perWeek: 40 } }, { hours: { perCandidate: 6 } }]) {
      expect(await refused('case-management', `POST /${id}/backtest`, body)).toEqual([400, 'request-not-understood']);
    }
    await backtested(id);
    const unfinished = await draft('{"name": "未完成"}');
    expect(await refused('case-management', `POST /${unfinished.id}/backtest`, HOURS)).toEqual([409, 'backtest-not-total']);
  });
});
