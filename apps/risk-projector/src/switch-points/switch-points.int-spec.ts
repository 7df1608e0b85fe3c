import type { Role } from '#access/principals';
import { backtestAnswer } from '#contracts/console/backtests';
import { type PolicyDifference, policyDifference, type PolicyFile, policyFile } from '#contracts/console/policies';
import { PACKS } from '#domain/points/packs';
import type { Scheme } from '#domain/points/scheme';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { eventually } from '#testing/eventually';
import { FakeEventLog } from '#testing/fake-event-log';
import { CADRE_TOKENS_OF_TESTS } from '#testing/resolver-on-postgres';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { FixedClock, startApp, type StartedApp } from '#testing/started-app';
import { PoliciesModule } from '../policies.module';

const [CHANGWU, HONGTONG] = PACKS as readonly [Scheme, Scheme];

describeWith(['postgres'], 'points schemes over HTTP', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let app: StartedApp;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 4);
    await database.migrate();
    const clock = new FixedClock(new Date('2026-05-08T09:00:00+08:00'));
    app = await startApp([PoliciesModule], { database, clock, log: new FakeEventLog(), demo: true, tokens: CADRE_TOKENS_OF_TESTS });
  });
  afterAll(async () => {
    await app?.close();
    await database?.close();
    await fresh?.drop();
  });

  const ask = async (role: Role, request: string, json?: unknown): Promise<{ status: number; body: Record<string, unknown> }> => {
    const [method = 'GET', path = ''] = request.split(' ', 2);
    const headers = { 'liuqu-demo-principal': role, ...(json === undefined ? {} : { 'content-type': 'application/json' }) };
    const body = json === undefined ? undefined : JSON.stringify(json);
    const answer = await fetch(`${app.url}/api/v1/policies${path}`, { method, headers, body, signal: AbortSignal.timeout(20_000) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const file = async (...asked: Parameters<typeof ask>): Promise<PolicyFile> => policyFile.parse((await ask(...asked)).body);
  const backtested = async (id: string): Promise<void> => {
    await ask('case-management', `POST /${id}/backtest`, { hours: { perCandidate: 6, perWeek: 40 } });
    await eventually(async () => {
      const { body } = await ask('deputy-leader', `GET /${id}/backtest`);
      expect(backtestAnswer.parse(body).backtest?.state).toBe('done');
    });
  };
  const approved = async (kind: 'points' | 'odds', document: object): Promise<PolicyFile> => {
    const { id } = await file('case-management', 'POST ', { kind, text: JSON.stringify(document) });
    await ask('case-management', `POST /${id}/check`);
    if (kind === 'odds') await backtested(id);
    const { hash } = await file('handling-office-head', `POST /${id}/approval`);
    await ask('deputy-leader', `POST /${id}/approval/confirmation`, { hash });
    return file('organ-principal', `POST /${id}/approval/confirmation`, { hash });
  };

  it('come into force by a decision, beside others and in the place of the one of their name, and out of it', async () => {
    const [first, other] = [await approved('points', CHANGWU), await approved('points', HONGTONG)];
    expect(await file('organ-principal', `POST /${first.id}/going-live`)).toMatchObject({
      state: 'live',
      inForce: [{ from: '2026-05-08', until: null }],
    });
    expect((await file('party-principal', `POST /${other.id}/going-live`)).state).toBe('live');
    const harder = await approved('points', { ...CHANGWU, source: 'P-CW 2' });
    const { lines }: PolicyDifference = policyDifference.parse((await ask('handler', `GET /${harder.id}/difference`)).body);
    expect(lines.map(({ zh }) => zh)).toEqual(['依据: P-CW → P-CW 2']);
    await ask('organ-principal', `POST /${harder.id}/going-live`);
    const states = async (): Promise<string[]> =>
      Promise.all([first, other, harder].map(async ({ id }) => (await file('handler', `GET /${id}`)).state));
    expect(await states()).toEqual(['retired', 'live', 'live']);
    expect((await file('organ-principal', `POST /${harder.id}/retirement`)).state).toBe('retired');
    expect(await ask('organ-principal', `POST /${harder.id}/retirement`)).toMatchObject({ status: 409, body: { code: 'policy-not-live' } });
  });

  it('come into force by nobody who may not, and no odds policy does so', async () => {
    const drafted = await file('case-management', 'POST ', { kind: 'points', text: JSON.stringify({ ...CHANGWU, source: 'x' }) });
    expect(await ask('organ-principal', `POST /${drafted.id}/going-live`)).toMatchObject({
      status: 409,
      body: { code: 'policy-not-approved' },
    });
    expect(await ask('case-management', `POST /${drafted.id}/going-live`)).toMatchObject({ status: 403 });
    const odds = await approved('odds', { ...SHIPPED_POLICY, name: '示例' });
    expect(await ask('organ-principal', `POST /${odds.id}/going-live`)).toMatchObject({
      status: 409,
      body: { code: 'policy-needs-a-switch' },
    });
    const nowhere = '3f2b8c1e-0000-4000-8000-000000000000';
    expect(await ask('organ-principal', `POST /${nowhere}/going-live`)).toMatchObject({ status: 404, body: { code: 'policy-not-found' } });
  });

  it('that are not total stay drafts with what is missing in words', async () => {
    const { notCounted: _, ...untold } = CHANGWU;
    const drafted = await file('case-management', 'POST ', { kind: 'points', text: JSON.stringify({ ...untold, notCounted: [] }) });
    expect(drafted.findings.map(({ zh }) => zh)).toContain('没有说明“政务处分 处分种类=开除”怎么办：要么记分，要么写明不记分及理由。');
    expect((await file('case-management', `POST /${drafted.id}/check`)).state).toBe('draft');
  });
});
