import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PERMISSIONS } from '#access/permissions';
import { type Role, ROLES } from '#access/principals';
import { runApp } from '#assembly/run-app';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { Sealer } from '#vault/sealer';
import { AlertDispatcherModule } from '../../apps/alert-dispatcher/src/alert-dispatcher.module';
import { ConsoleApiModule } from '../../apps/console-api/src/console-api.module';
import { InquiryWorkflowModule } from '../../apps/inquiry-workflow/src/inquiry-workflow.module';
import { SignalResolverModule } from '../../apps/signal-resolver/src/signal-resolver.module';
import { type Given, settleCadre, type Settled, settleUnits } from './two-towns';

/** What stands at the place of an id: of the own town, of another, and of nothing. */
type Places = Readonly<Record<'inside' | 'outside' | 'missing', string>>;

/** Which thing an endpoint is about; an endpoint that is about none of these is not a unit's. */
const THINGS: readonly (readonly [RegExp, (settled: Settled) => string, () => string])[] = [
  [/^\/api\/v1\/cadres\/:id/, ({ cadre }) => cadre, () => 'cadre:nobody'],
  [/^\/api\/v1\/candidates\/:id/, ({ candidate }) => candidate, randomUUID],
  [/^\/api\/v1\/(triage|signals)\/:eventId/, ({ item }) => item, randomUUID],
];
/** People and agencies are kept for the whole installation. */
const OF_NO_UNIT = /^\/api\/v1\/(users|agencies)\//;

const BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/candidates/:id/dismissal': { reason: '反映问题已有结论' },
  'POST /api/v1/candidates/:id/dismissal/refusal': { reason: '理由不足' },
  'POST /api/v1/candidates/:id/taking': { clueNumber: 'X-1' },
  'POST /api/v1/triage/:eventId/assignment': { cadreId: 'cadre:own' },
  'POST /api/v1/triage/:eventId/refusal': { reason: '查无此人' },
};

const QUESTIONS: Readonly<Record<string, string>> = { 'GET /api/v1/triage/:eventId/cadres': `?name=${encodeURIComponent('示例')}` };

const ENDPOINTS = Object.entries(PERMISSIONS).flatMap(([endpoint, permitted]) => {
  const [method = '', path = ''] = endpoint.split(' ');
  const hasId = path.includes(':') && typeof permitted !== 'string' && !OF_NO_UNIT.test(path);
  return hasId ? [{ endpoint, method, path, permitted: permitted as readonly Role[] }] : [];
});

/** Who writes nonsense may be told that first, and nothing of the thing. */
function expectedStatus(isPermitted: boolean, isNonsense: boolean, told: number): number {
  if (!isPermitted) return 403;
  return isNonsense && told === 400 ? 400 : 404;
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
    own = await settleCadre(given, 'cadre:own', ['T1-1']);
    foreign = await settleCadre(given, 'cadre:foreign', ['T2']);
    app = await runApp('all-in-one', stack.config, [ConsoleApiModule, SignalResolverModule, InquiryWorkflowModule, AlertDispatcherModule]);
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
  const ask = async (method: string, path: string, who: string, body?: string): Promise<string> => {
    const headers = { 'liuqu-demo-principal': who, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(url + path, { method, headers, body, signal: AbortSignal.timeout(20_000) });
    const kept = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'traceparent');
    return JSON.stringify([answer.status, kept, (await answer.text()).replace(/"traceId":"[0-9a-f]{32}"/, '')]);
  };
  const statusIn = (answer: string): number => (JSON.parse(answer) as [number])[0];

  it('is looked for at each endpoint that takes an id', () => {
    expect(ENDPOINTS.length).toBeGreaterThanOrEqual(9);
    for (const { path } of ENDPOINTS) expect(() => placesOf(path)).not.toThrow();
  });

  it.each(ENDPOINTS)('is not there, byte for byte: $endpoint', async ({ endpoint, method, path, permitted }) => {
    // Of its own: the endpoint before may have settled what it was given.
    own = await settleCadre(given, `cadre:own ${endpoint}`, ['T1-1']);
    const places = placesOf(path);
    const at = (id: string): string => path.replace(/:\w+/, encodeURIComponent(id)) + (QUESTIONS[endpoint] ?? '');
    const right = method === 'GET' ? undefined : JSON.stringify(BODIES[endpoint] ?? {});
    const bodies = method === 'GET' ? [undefined] : [right, '{}', '{"x":1}'];
    for (const body of bodies) {
      for (const role of ROLES) {
        const who = `${role}@T1`;
        const outside = await ask(method, at(places.outside), who, body);
        expect([role, outside]).toEqual([role, await ask(method, at(places.missing), who, body)]);
        expect([role, statusIn(outside)]).toEqual([role, expectedStatus(permitted.includes(role), body !== right, statusIn(outside))]);
        if (!permitted.includes(role)) expect(await ask(method, at(places.inside), who, body)).toBe(outside);
      }
    }
    const [role] = permitted;
    expect(statusIn(await ask(method, at(places.inside), `${role}@T1`, right))).not.toBe(404);
    expect(statusIn(await ask(method, at(places.outside), String(role), bodies.at(-1)))).not.toBe(404);
  });

  it('is no cadre to whom an item of the own tree could be assigned', async () => {
    const { item } = await settleCadre(given, 'cadre:own-too', ['T1']);
    const assign = async (cadreId: string): Promise<string> =>
      ask('POST', `/api/v1/triage/${item}/assignment`, 'petition-clerk@T1', JSON.stringify({ cadreId }));
    const outside = await assign('cadre:foreign');
    expect(statusIn(outside)).toBe(422);
    expect(outside).toBe(await assign('cadre:nobody'));
  });
});
