import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PERMISSIONS, rolesFor } from '#access/permissions';
import { runApp } from '#assembly/run-app';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { AGENCY_EXAMPLE } from '../../apps/ingest-gateway/src/admit-agency/admit-agency.command';
import { AlertDispatcherModule } from '../../apps/alert-dispatcher/src/alert-dispatcher.module';
import { ConsoleApiModule } from '../../apps/console-api/src/console-api.module';
import { IngestGatewayModule } from '../../apps/ingest-gateway/src/ingest-gateway.module';
import { InquiryWorkflowModule } from '../../apps/inquiry-workflow/src/inquiry-workflow.module';
import { RiskProjectorModule } from '../../apps/risk-projector/src/risk-projector.module';
import { SignalResolverModule } from '../../apps/signal-resolver/src/signal-resolver.module';

const APPS = [
  IngestGatewayModule,
  SignalResolverModule,
  RiskProjectorModule,
  InquiryWorkflowModule,
  AlertDispatcherModule,
  ConsoleApiModule,
];
const ID = '3f2b8c1e-0000-4000-8000-000000000000';

/** What is said besides the id, so that it is the id that counts. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/candidates/:id/dismissal': { reason: '事实不清' },
  'POST /api/v1/candidates/:id/dismissal/refusal': { reason: '事实不清' },
  'POST /api/v1/candidates/:id/release': { reason: '核对后放行' },
  'POST /api/v1/candidates/:id/taking': { clueNumber: '2026-1' },
  'POST /api/v1/candidates/:id/review': { opinion: 'upheld', reason: '不影响结论' },
  'POST /api/v1/triage/:eventId/assignment': { cadreId: 'cadre:a' },
  'POST /api/v1/triage/:eventId/refusal': { reason: '查无此人' },
  'POST /api/v1/overrides/:id/refusal': { reason: '依据不足，不予定级' },
  'POST /api/v1/overrides/:id/lifting': { reason: '情况已经查清' },
  'POST /api/v1/joinings/:id/undoing': { reason: '并非同一事项' },
  'POST /api/v1/moves/:id/refusal': { reason: '来件所指就是此人' },
  'POST /api/v1/policy-reviews/:id/settlement': { note: '情况已掌握' },
  'PUT /api/v1/agencies/:code/active': { active: true },
  'PUT /api/v1/users/:id/active': { active: true },
  'PUT /api/v1/users/:id/role': { role: 'handler' },
  'PUT /api/v1/users/:id/unit': { unit: null },
  'POST /api/v1/policies/:id/backtest': { hours: { perCandidate: 6, perWeek: 40 } },
  'PUT /api/v1/policies/:id/text': { text: '{}', revision: 1 },
  'POST /api/v1/policies/:id/approval/confirmation': { hash: '0'.repeat(64) },
  'POST /api/v1/policies/:id/approval/refusal': { reason: '函询门槛未说明理由' },
  'POST /api/v1/points/:subject/entries': { id: ID, scheme: 'x', kind: 'measure', measure: 'x', day: '2026-01-05' },
  'POST /api/v1/reads/:id/review': { opinion: 'justified', note: '逐个接口核对' },
};

const QUESTIONS: Readonly<Record<string, string>> = {
  'GET /api/v1/triage/:eventId/cadres': '?name=a',
  'GET /api/v1/moves/:eventId/cadres': '?name=a',
  'GET /api/v1/cadres/:id/points': '?scheme=a',
  'GET /api/v1/units/:code/points': '?scheme=a',
};
/** Not offered here, whoever is named. */
const WITHOUT_PROVIDER = 'PUT /api/v1/users/:id/identity';

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly anyOf?: readonly Schema[];
}
interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}
interface Answered {
  readonly status: number;
  readonly body: { readonly code?: string; readonly errors?: readonly { readonly pointer: string; readonly code: string }[] };
}

/** No such thing, or no id at all, which is wrong as a whole. */
const isUnknownId = ({ status, body }: Answered): boolean => status === 404 || (status === 400 && body.errors?.[0]?.pointer === '');

const cursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

describeWith(['postgres'], 'what no row can hold', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;
  let key: string;
  let paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;

  /** As somebody who may, with a purpose. */
  const headersAt = (endpoint: string): Record<string, string> => ({
    'liuqu-purpose': 'daily-supervision',
    'liuqu-reason': encodeURIComponent('逐个接口核对'),
    ...(/^(POST|PUT) /.test(endpoint) ? { 'content-type': 'application/json' } : {}),
    ...(PERMISSIONS[endpoint] === 'agency' ? { authorization: `Bearer ${key}` } : { 'liuqu-demo-principal': rolesFor(endpoint)[0] ?? '' }),
  });
  /** What never ends is left as soon as it begins. */
  const ask = async (endpoint: string, path: string, json?: string): Promise<Answered> => {
    const [method = ''] = endpoint.split(' ');
    const leaving = AbortSignal.timeout(20_000);
    const body = method === 'POST' || method === 'PUT' ? (json ?? '{}') : undefined;
    const answer = await fetch(url + path, { method, headers: headersAt(endpoint), body, redirect: 'manual', signal: leaving });
    if (!answer.headers.get('content-type')?.includes('json')) {
      await answer.body?.cancel();
      return { status: answer.status, body: {} };
    }
    return { status: answer.status, body: (await answer.json()) as Answered['body'] };
  };

  const described = (endpoint: string): Described => {
    const [method = '', path = ''] = endpoint.split(' ', 2);
    return paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {};
  };
  const queryFields = (endpoint: string): string[] =>
    (described(endpoint).parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
  const bodyFields = (endpoint: string): string[] => {
    const { schema } = described(endpoint).requestBody?.content['application/json'] ?? {};
    return [schema ?? {}, ...(schema?.anyOf ?? [])].flatMap(({ properties }) => Object.keys(properties ?? {}));
  };
  const pathWith = (endpoint: string, id: string): string => (endpoint.split(' ')[1] ?? '').replaceAll(/:\w+/g, id);
  const endpoints = Object.keys(PERMISSIONS);

  beforeAll(async () => {
    stack = await aTestStack();
    app = await runApp('all-in-one', stack.config, APPS);
    url = await app.getUrl();
    ({ paths } = (await (await fetch(`${url}/api/docs-json`)).json()) as { paths: typeof paths });
    const admitted = await ask('POST /api/v1/agencies', '/api/v1/agencies', JSON.stringify(AGENCY_EXAMPLE));
    ({ key } = admitted.body as { key: string });
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  it('is not found as an id, as anything else that is not there', async () => {
    const wrong: string[] = [];
    for (const endpoint of endpoints.filter((one) => one.includes(':') && one !== WITHOUT_PROVIDER)) {
      const body = JSON.stringify(BODIES[endpoint] ?? {});
      const asked = async (id: string): Promise<Answered> => ask(endpoint, pathWith(endpoint, id) + (QUESTIONS[endpoint] ?? ''), body);
      const [absent, whole, within] = [await asked('absent'), await asked('%00'), await asked(`${ID}%00`)];
      if (!isUnknownId(absent)) wrong.push(`${endpoint}: ${absent.status} when absent`);
      for (const { status, body } of [whole, within]) {
        if (status !== absent.status || body.code !== absent.body.code) wrong.push(`${endpoint}: ${status} ${body.code}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is refused in each field of a question and of a body, with the place', async () => {
    const wrong: string[] = [];
    let fields = 0;
    const check = async (endpoint: string, field: string, asked: Promise<Answered>): Promise<void> => {
      const { status, body } = await asked;
      fields += 1;
      const told = body.errors?.[0];
      if (status !== 400 || told?.pointer !== `/${field}` || told.code !== 'text-with-nul') wrong.push(`${endpoint} ${field}: ${status}`);
    };
    for (const endpoint of endpoints) {
      for (const field of queryFields(endpoint)) await check(endpoint, field, ask(endpoint, `${pathWith(endpoint, ID)}?${field}=a%00`));
      for (const field of bodyFields(endpoint)) {
        await check(endpoint, field, ask(endpoint, pathWith(endpoint, ID), JSON.stringify({ [field]: 'a\0' })));
      }
    }
    expect(wrong).toEqual([]);
    expect(fields).toBeGreaterThan(50);
  });

  it.each([
    ['/api/v1/cadres', { level: 1, p: 3_000_000_000, id: 'cadre:a' }],
    ['/api/v1/cadres', { level: 1, p: 1, id: 'cadre:\0' }],
    ['/api/v1/candidates', { overdue: false, p: -3_000_000_000, id: ID }],
    ['/api/v1/clue-checks', { day: '2026-01-01', cadre: 'cadre:\0', cause: ID }],
    ['/api/v1/clue-checks', { day: '0000-01-01', cadre: 'cadre:a', cause: ID }],
    ['/api/v1/alert-records', { seq: '9'.repeat(20) }],
    ['/api/v1/alert-records', { seq: '1\0' }],
    ['/api/v1/signals', { day: '0000-01-01', arrival: '1' }],
    ['/api/v1/triage', ['2026-13-45 00:00:00+00', ID]],
    ['/api/v1/triage', ['99999999999999', ID]],
    ['/api/v1/triage', ['0000-01-01T00:00:00.000000Z', ID]],
  ])('is no place in a list: %s after %j', async (path, place) => {
    const { status, body } = await ask(`GET ${path}`, `${path}?cursor=${cursor(place)}`);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/cursor']);
  });

  it.each(['/api/v1/signals?from=', '/api/v1/signals/counts?to=', '/api/v1/reads?day=', `/api/v1/cadres/cadre:a/reading?asOf=`])(
    'is no day: %s0000-01-01',
    async (path) => {
      const endpoint = `GET ${path.replace(/\?.*/, '').replace('cadre:a', ':id')}`;
      expect((await ask(endpoint, `${path}0000-01-01`)).status).toBe(400);
    },
  );
});
