import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isSensitive, PERMISSIONS } from '#access/permissions';
import { CASE_READERS, type Role, ROLES } from '#access/principals';
import { purposesFor } from '#access/purposes';
import { runApp } from '#assembly/run-app';
import { PACKS } from '#domain/points/packs';
import { liveScheme } from '#testing/policies';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { Sealer } from '#vault/sealer';
import { AlertDispatcherModule } from '../../apps/alert-dispatcher/src/alert-dispatcher.module';
import { ConsoleApiModule } from '../../apps/console-api/src/console-api.module';
import { InquiryWorkflowModule } from '../../apps/inquiry-workflow/src/inquiry-workflow.module';
import { RiskProjectorModule } from '../../apps/risk-projector/src/risk-projector.module';
import { SignalResolverModule } from '../../apps/signal-resolver/src/signal-resolver.module';
import { type Given, settleCadre, type Settled, settleUnits } from './two-towns';

/** What stands at the place of an id: of the own town, of another, and of nothing. */
type Places = Readonly<Record<'inside' | 'outside' | 'missing', string>>;

/** What is sent along with an id, and with what an id that is not there may be answered then. */
interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly answers: readonly number[];
}

/** Which thing an endpoint is about; an endpoint that is about none of these is not a unit's. */
const THINGS: readonly (readonly [RegExp, (settled: Settled) => string, () => string])[] = [
  [/^\/api\/v1\/cadres\/:id/, ({ cadre }) => cadre, () => 'cadre:nobody'],
  [/^\/api\/v1\/candidates\/:id/, ({ candidate }) => candidate, randomUUID],
  [/^\/api\/v1\/triage\/:eventId/, ({ item }) => item, randomUUID],
  [/^\/api\/v1\/signals\/:eventId/, ({ signal }) => signal, randomUUID],
  [/^\/api\/v1\/policy-reviews\/:id/, ({ review }) => review, randomUUID],
  [/^\/api\/v1\/overrides\/:id/, ({ override }) => override, randomUUID],
  [/^\/api\/v1\/joinings\/:id/, ({ joining }) => joining, randomUUID],
  [/^\/api\/v1\/moves\/:id/, ({ move }) => move, randomUUID],
  [/^\/api\/v1\/moves\/:eventId/, ({ signal }) => signal, randomUUID],
  [/^\/api\/v1\/units\/:code/, ({ unit }) => unit, () => 'T-NONE'],
  [/^\/api\/v1\/points\/:subject/, ({ cadre }) => cadre, () => 'cadre:nobody'],
];
/** People, agencies and the log of reads are kept for the whole installation, by those who read about nobody. */
const OF_NO_UNIT = /^\/api\/v1\/(users|agencies|reads)\//;
/** A policy is about nobody, whatever a reader sees (decision 0019). */
const ABOUT_NOBODY = /^\/api\/v1\/policies\//;
/** A view is its owner's alone and holds nobody; that it is not there for others is in `views-in-scope.int-spec.ts`. */
const OF_ONE_PERSON = /^\/api\/v1\/views\//;

const BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/candidates/:id/dismissal': { reason: '反映问题已有结论' },
  'POST /api/v1/candidates/:id/dismissal/refusal': { reason: '理由不足' },
  'POST /api/v1/candidates/:id/release': { reason: '核对后放行' },
  'POST /api/v1/candidates/:id/review': { opinion: 'upheld', reason: '不影响结论' },
  'POST /api/v1/candidates/:id/taking': { clueNumber: 'X-1' },
  'POST /api/v1/points/:subject/entries': {
    id: randomUUID(),
    scheme: 'changwu-12',
    kind: 'measure',
    measure: 'written-review',
    day: '2026-01-05',
  },
  'POST /api/v1/triage/:eventId/assignment': { cadreId: 'cadre:own' },
  'POST /api/v1/triage/:eventId/refusal': { reason: '查无此人' },
  'POST /api/v1/policy-reviews/:id/settlement': { note: '无新情况，予以了结' },
  'POST /api/v1/overrides/:id/refusal': { reason: '依据不足，不予定级' },
  'POST /api/v1/overrides/:id/lifting': { reason: '情况已经查清' },
  'POST /api/v1/joinings/:id/undoing': { reason: '并非同一事项' },
  'POST /api/v1/moves/:id/refusal': { reason: '来件所指就是此人' },
};

const QUESTIONS: Readonly<Record<string, string>> = {
  'GET /api/v1/triage/:eventId/cadres': `?name=${encodeURIComponent('示例')}`,
  'GET /api/v1/moves/:eventId/cadres': `?name=${encodeURIComponent('示例')}`,
  'GET /api/v1/cadres/:id/points': '?scheme=changwu-12',
  'GET /api/v1/units/:code/points': '?scheme=huinong-3c',
};

/** Says that a candidate of the person is open. */
const AFTER_CLOSING = 'GET /api/v1/cadres/:id/own-view';

const WITH_ID = Object.entries(PERMISSIONS).flatMap(([endpoint, permitted]) => {
  const [method = '', path = ''] = endpoint.split(' ');
  const hasId = path.includes(':') && typeof permitted !== 'string';
  return hasId ? [{ endpoint, method, path, permitted: permitted as readonly Role[] }] : [];
});
const ENDPOINTS = WITH_ID.filter(({ path }) => !OF_NO_UNIT.test(path) && !OF_ONE_PERSON.test(path) && !ABOUT_NOBODY.test(path));

const UUID = /^[\da-f]{8}-/;
const NO_TASK = randomUUID();
const REASON = encodeURIComponent('核对越界查阅的答复');

/** Each purpose of the role, with a reason or with each of the tasks; and none, which is told before anything of the thing. */
function readsOf(role: Role, tasks: readonly string[]): readonly Sent[] {
  const whys = purposesFor(role).flatMap(({ code, task }): Sent['headers'][] =>
    task === 'none'
      ? [{ 'liuqu-purpose': code, 'liuqu-reason': REASON }]
      : tasks.filter((id) => UUID.test(id)).map((id) => ({ 'liuqu-purpose': code, 'liuqu-task': id })),
  );
  return [{ headers: {}, answers: [400] }, ...whys.map((headers) => ({ headers, answers: [404] }))];
}

/** Who writes nonsense may be told that first, and nothing of the thing. */
function changesOf(endpoint: string): readonly Sent[] {
  const headers = { 'content-type': 'application/json' };
  const right = JSON.stringify(BODIES[endpoint] ?? {});
  return [right, '{}', '{"x":1}'].map((body) => ({ headers, body, answers: body === right ? [404] : [400, 404] }));
}

describeWith(['postgres'], 'a thing outside the tree that a person sees', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;
  let given: Given;
  let own: Settled;
  let foreign: Settled;

  beforeAll(async () => {
    stack = await aTestStack();
    given = { database: stack.database, sealer: new Sealer(stack.config.LIUQU_SEALING_KEY) };
    await settleUnits(stack.database);
    for (const pack of PACKS) await liveScheme(stack.database, pack);
    own = await settleCadre(given, 'cadre:own', ['T1-1']);
    foreign = await settleCadre(given, 'cadre:foreign', ['T2']);
    app = await runApp('all-in-one', stack.config, [
      ConsoleApiModule,
      SignalResolverModule,
      RiskProjectorModule,
      InquiryWorkflowModule,
      AlertDispatcherModule,
    ]);
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  const placesOf = (path: string): Places => {
    const [, idOf, missing] = THINGS.find(([pattern]) => pattern.test(path)) ?? [];
    if (!idOf || !missing) throw new Error(`${path} is about a thing of a unit that this test does not know`);
    return { inside: idOf(own), outside: idOf(foreign), missing: missing() };
  };

  /** The answer but for what names this request: its trace, and the id that was asked for. */
  const ask = async (method: string, path: string, who: string, { headers, body }: Omit<Sent, 'answers'>): Promise<string> => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'liuqu-demo-principal': who, ...headers },
      body,
      signal: AbortSignal.timeout(20_000),
    });
    const kept = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'traceparent');
    return JSON.stringify([answer.status, kept, (await answer.text()).replace(/"traceId":"[0-9a-f]{32}"/, '')]);
  };
  const statusIn = (answer: string): number => (JSON.parse(answer) as [number])[0];

  /** The tasks that may be named are those of both towns, none, and the thing itself. */
  const sentAt = (endpoint: string, role: Role, id: string): readonly Sent[] => {
    if (!isSensitive(endpoint)) return changesOf(endpoint);
    return readsOf(role, [own.candidate, own.item, foreign.candidate, foreign.item, NO_TASK, id]);
  };

  it('is looked for at each endpoint that takes an id', () => {
    expect(ENDPOINTS.length).toBeGreaterThanOrEqual(9);
    for (const { path } of ENDPOINTS) {
      expect(path.split(':')).toHaveLength(2);
      expect(() => placesOf(path)).not.toThrow();
    }
    const readersOfNoUnit = WITH_ID.filter(({ path }) => OF_NO_UNIT.test(path)).flatMap(({ permitted }) => permitted);
    expect(readersOfNoUnit.filter((role) => CASE_READERS.includes(role))).toEqual([]);
  });

  it.each(ENDPOINTS)('is not there, byte for byte: $endpoint', async ({ endpoint, method, path, permitted }) => {
    // Of its own: the endpoint before may have settled what it was given.
    own = await settleCadre(given, `cadre:own ${endpoint}`, ['T1-1']);
    const places = placesOf(path);
    const at = (id: string): string => path.replace(/:\w+/, encodeURIComponent(id)) + (QUESTIONS[endpoint] ?? '');
    for (const role of ROLES) {
      const who = `${role}@T1`;
      const ofMissing = sentAt(endpoint, role, places.missing);
      for (const [place, sent] of sentAt(endpoint, role, places.outside).entries()) {
        const outside = await ask(method, at(places.outside), who, sent);
        expect([who, sent, outside]).toEqual([who, sent, await ask(method, at(places.missing), who, ofMissing[place] ?? sent)]);
        expect({ who, sent, answers: permitted.includes(role) ? sent.answers : [403] }).toEqual({
          who,
          sent,
          answers: expect.arrayContaining([statusIn(outside)]),
        });
        if (!permitted.includes(role)) expect(await ask(method, at(places.inside), who, sent)).toBe(outside);
      }
    }
  });

  it.each(ENDPOINTS)(
    'is answered within the tree, and to who sees everything: $endpoint',
    async ({ endpoint, method, path, permitted }) => {
      own = await settleCadre(given, `cadre:seen ${endpoint}`, ['T1-1']);
      const { inside, outside } = placesOf(path);
      const at = (id: string): string => path.replace(/:\w+/, encodeURIComponent(id)) + (QUESTIONS[endpoint] ?? '');
      expect(permitted.length).toBeGreaterThan(0);
      for (const role of permitted) {
        const sent = sentAt(endpoint, role, inside).find(({ headers, body }) => body ?? headers['liuqu-reason']) ?? { headers: {} };
        const told = [await ask(method, at(inside), `${role}@T1`, sent), await ask(method, at(outside), role, sent)].map(statusIn);
        const fits = method === 'GET' && endpoint !== AFTER_CLOSING ? [200] : [200, 201, 409];
        for (const status of told) expect(fits).toContain(status);
      }
    },
  );

  it('is no cadre to whom an item of the own tree could be assigned', async () => {
    const { item } = await settleCadre(given, 'cadre:own-too', ['T1']);
    const assign = async (cadreId: string): Promise<string> =>
      ask('POST', `/api/v1/triage/${item}/assignment`, 'petition-clerk@T1', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ cadreId }),
      });
    const outside = await assign('cadre:foreign');
    expect(statusIn(outside)).toBe(422);
    expect(outside).toBe(await assign('cadre:nobody'));
  });
});
