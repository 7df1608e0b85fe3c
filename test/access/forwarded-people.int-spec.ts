import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts } from '#access/accounts';
import { addAccount } from '#access/new-account';
import { codeAt } from '#access/one-time-codes';
import { PrincipalSignatures } from '#access/principal-signatures';
import { runApp } from '#assembly/run-app';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { ConsoleApiModule } from '../../apps/console-api/src/console-api.module';
import { forwardRequests } from '../../apps/console-api/src/forward-requests/forward-requests';
import { routeTable } from '../../apps/console-api/src/forward-requests/route-table';
import { SignalResolverModule } from '../../apps/signal-resolver/src/signal-resolver.module';

const CLERK = { id: 'lin.shili', name: '示例林', role: 'petition-clerk', unit: null } as const;
const NOWHERE = 'http://127.0.0.1:9';

describeWith(['postgres'], 'a person signed in at the console, at an app in another process', () => {
  let stack: TestStack;
  let resolver: NestFastifyApplication;
  let consoleApi: NestFastifyApplication;
  let cookie: string;

  beforeAll(async () => {
    stack = await aTestStack({ demo: false });
    resolver = await runApp('signal-resolver', stack.config, [SignalResolverModule]);
    const routes = routeTable({
      LIUQU_INGEST_GATEWAY_URL: NOWHERE,
      LIUQU_SIGNAL_RESOLVER_URL: await resolver.getUrl(),
      LIUQU_RISK_PROJECTOR_URL: NOWHERE,
      LIUQU_INQUIRY_WORKFLOW_URL: NOWHERE,
      LIUQU_ALERT_DISPATCHER_URL: NOWHERE,
    });
    consoleApi = await runApp('console-api', stack.config, [ConsoleApiModule], async (app) => forwardRequests(app, routes));
    const handed = await addAccount(consoleApi.get(Accounts), CLERK);
    const secret = new URL(handed?.totpUri ?? '').searchParams.get('secret') ?? '';
    const answer = await fetch(`${await consoleApi.getUrl()}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: CLERK.id, password: handed?.password, code: codeAt(secret, new Date()) }),
    });
    cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  });
  afterAll(async () => {
    await consoleApi?.close();
    await resolver?.close();
    await stack?.close();
  });

  const TRIAGE = '/api/v1/triage?limit=5';
  const ask = async (app: NestFastifyApplication, headers: Record<string, string>, path = TRIAGE, method = 'GET'): Promise<number> =>
    (await fetch((await app.getUrl()) + path, { method, headers, signal: AbortSignal.timeout(10_000) })).status;

  it('is answered as who that is, through the console alone', async () => {
    expect(await ask(consoleApi, { cookie })).toBe(200);
    expect(await ask(resolver, { cookie })).toBe(401);
    expect(await ask(consoleApi, {})).toBe(401);
  });

  it('is nobody by the header of a demo that is off, at either', async () => {
    const headers = { 'liuqu-demo-principal': 'petition-clerk' };
    expect([await ask(consoleApi, headers), await ask(resolver, headers)]).toEqual([401, 401]);
  });

  it('changes something through a page of the console alone', async () => {
    const assignment = '/api/v1/triage/3f2b8c1e-0000-4000-8000-000000000000/refusal';
    expect(await ask(consoleApi, { cookie }, assignment, 'POST')).toBe(403);
    expect(await ask(consoleApi, { cookie, 'sec-fetch-site': 'cross-site' }, assignment, 'POST')).toBe(403);
    expect([401, 403]).not.toContain(await ask(consoleApi, { cookie, 'sec-fetch-site': 'same-origin' }, assignment, 'POST'));
  });

  it('is believed by a signature that fits, and not by one that is forged, of another path, or sent to the console', async () => {
    const signatures = consoleApi.get(PrincipalSignatures);
    const signed = signatures.sign(CLERK, { method: 'GET', url: TRIAGE });
    expect(await ask(resolver, { 'liuqu-principal': signed })).toBe(200);
    expect(await ask(resolver, { 'liuqu-principal': `x${signed}` })).toBe(401);
    expect(await ask(resolver, { 'liuqu-principal': signed }, '/api/v1/triage?limit=6')).toBe(401);
    expect(await ask(consoleApi, { 'liuqu-principal': signed })).toBe(401);
  });

  it('is out of the other app too from the request after the one that switched the person off', async () => {
    await consoleApi.get(Accounts).giveRole(CLERK.id, 'auditor');
    expect(await ask(consoleApi, { cookie })).toBe(403);
    await consoleApi.get(Accounts).switch(CLERK.id, false);
    expect(await ask(consoleApi, { cookie })).toBe(401);
  });
});
