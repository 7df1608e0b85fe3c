import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PERMISSIONS, rolesFor } from '#access/permissions';
import type { Role } from '#access/principals';
import { runApp } from '#assembly/run-app';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { AlertDispatcherModule } from '../../apps/alert-dispatcher/src/alert-dispatcher.module';
import { ConsoleApiModule } from '../../apps/console-api/src/console-api.module';
import { IngestGatewayModule } from '../../apps/ingest-gateway/src/ingest-gateway.module';
import { InquiryWorkflowModule } from '../../apps/inquiry-workflow/src/inquiry-workflow.module';
import { RiskProjectorModule } from '../../apps/risk-projector/src/risk-projector.module';
import { SignalResolverModule } from '../../apps/signal-resolver/src/signal-resolver.module';
import { disagreements, type Matrix, sensitiveReads, unaskedPurposes, unlistedRoutes } from './permission-checks';

const APPS = [
  IngestGatewayModule,
  SignalResolverModule,
  RiskProjectorModule,
  InquiryWorkflowModule,
  AlertDispatcherModule,
  ConsoleApiModule,
];
const PLACES: Readonly<Record<string, string>> = {
  ':id': '3f2b8c1e-0000-4000-8000-000000000000',
  ':eventId': '3f2b8c1e-0000-4000-8000-000000000000',
  ':code': 'A-NONE',
  ':subject': 'cadre:none',
  '*': 'cadres',
};
/** Served by the documentation itself, before any app is there. */
const DOCUMENTATION = /^\/api\/docs/;
/** One file each, named by its content; they say nothing of anybody. */
const PAGES = /^\/(assets\/|index\.html$|liuqu\.svg$|$)/;

describeWith(['postgres'], 'the table of permissions', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;
  const routes = new Set<string>();

  beforeAll(async () => {
    stack = await aTestStack();
    app = await runApp('all-in-one', stack.config, APPS, async (nest) => {
      nest
        .getHttpAdapter()
        .getInstance()
        .addHook('onRoute', ({ method, url: path }) => {
          if (DOCUMENTATION.test(path) || PAGES.test(path)) return;
          for (const one of [method].flat()) if (one !== 'HEAD') routes.add(`${one} ${path}`);
        });
      return Promise.resolve();
    });
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  const placeOf = (path: string): string => path.replaceAll(/:[a-zA-Z]+|\*/g, (name) => PLACES[name] ?? name);

  const askWhy = async (endpoint: string, headers: Record<string, string> = {}): Promise<string | undefined> => {
    const path = placeOf(endpoint.replace('GET ', ''));
    const role = rolesFor(endpoint)[0] ?? 'handler';
    const answer = await fetch(url + path, { headers: { 'liuqu-demo-principal': role, ...headers }, signal: AbortSignal.timeout(20_000) });
    return ((await answer.json()) as { code?: string }).code;
  };

  /** The status alone: what is answered is not waited for, as some never end. */
  const ask = async (endpoint: string, role: Role | undefined): Promise<number> => {
    const [method = '', path = ''] = endpoint.split(' ', 2);
    const leaving = new AbortController();
    const late = setTimeout(() => leaving.abort(), 20_000);
    const isChange = method === 'POST' || method === 'PUT';
    const headers = { ...(role ? { 'liuqu-demo-principal': role } : {}), ...(isChange ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(url + placeOf(path), { method, headers, body: isChange ? '{}' : undefined, signal: leaving.signal });
    leaving.abort();
    clearTimeout(late);
    return answer.status;
  };

  it('names every endpoint of every app, and none besides', () => {
    expect(routes.size).toBeGreaterThan(30);
    expect(unlistedRoutes([...routes], PERMISSIONS)).toEqual([]);
  });

  it('is what the running apps do, for every endpoint and every role, and for nobody', async () => {
    expect(await disagreements(PERMISSIONS, ask)).toEqual([]);
  });

  it('is told where it is wrong', async () => {
    const { 'GET /api/v1/units': _, ...without } = PERMISSIONS;
    expect(unlistedRoutes([...routes], { ...without, 'GET /gone': 'anybody' })).toEqual([
      'GET /api/v1/units is not in the table',
      'GET /gone is in the table and nowhere else',
    ]);
    const planted: Matrix = {
      'GET /api/v1/catalogue': ['handler'],
      'GET /api/v1/triage': ['petition-clerk', 'auditor'],
      'GET /metrics': 'agency',
    };
    const found = await disagreements(planted, ask);
    expect(found).toContain('GET /api/v1/catalogue answers 200 to auditor');
    expect(found).toContain('GET /api/v1/triage answers 403 to auditor');
    expect(found).toContain('GET /metrics answers 200 to nobody');
    expect(found).not.toContain('GET /api/v1/catalogue answers 200 to handler');
  });

  it('asks at each read of one thing what it is for, and logs it', async () => {
    const reads = sensitiveReads(PERMISSIONS);
    expect(reads.length).toBeGreaterThanOrEqual(4);
    expect(await unaskedPurposes(reads, async (endpoint) => askWhy(endpoint))).toEqual([]);
    expect(await unaskedPurposes(['GET /api/v1/units', ...reads], async (endpoint) => askWhy(endpoint))).toEqual([
      'GET /api/v1/units does not ask for a purpose: answered',
    ]);
    const why = { 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': encodeURIComponent('逐个接口核对') };
    for (const endpoint of reads) await askWhy(endpoint, why);
    const logged = await stack.database.query<{ endpoint: string; outcome: string }>(
      `SELECT endpoint, outcome FROM access.sensitive_read WHERE purpose = 'daily-supervision'`,
    );
    expect(logged.map(({ endpoint }) => endpoint).toSorted()).toEqual(reads.toSorted());
    // Nothing is there; one endpoint wants a question besides.
    expect(new Set(logged.map(({ outcome }) => outcome))).toEqual(new Set(['not-found', 'failed']));
  });

  it('logs each refusal to a known person', async () => {
    expect(await ask('PUT /api/v1/users/:id/role', 'handler')).toBe(403);
    expect(await stack.database.query('SELECT person, role, subject, outcome FROM access.sensitive_read ORDER BY id DESC LIMIT 1')).toEqual(
      [{ person: 'demo-handler', role: 'handler', subject: PLACES[':id'], outcome: 'refused' }],
    );
  });

  it('answers nobody at an endpoint that is not listed', async () => {
    expect(await ask('GET /api/v1/nothing', 'handler')).toBe(404);
    const head = await fetch(`${url}/api/v1/cadres`, { method: 'HEAD', headers: { 'liuqu-demo-principal': 'handler' } });
    expect(head.status).toBeGreaterThanOrEqual(400);
  });
});
