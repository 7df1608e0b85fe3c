import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify, type FastifyInstance } from 'fastify';
import { DemoPrincipals } from '#access/demo-principals';
import { PrincipalSignatures } from '#access/principal-signatures';
import { NoPrincipals, Principals } from '#access/principals';
import { SignedPrincipals } from '#access/signed-principals';
import { serve } from '#platform/http/serve';
import { Clock } from '#platform/time/clock';
import { forwardRequests } from './forward-requests';
import { routeTable } from './route-table';

@Controller('api/v1/candidates')
class OwnController {
  @Get()
  list(): { from: string } {
    return { from: 'console-api' };
  }
}

class NoonClock extends Clock {
  override now(): Date {
    return new Date('2026-11-25T12:00:00+08:00');
  }
}

const signatures = new PrincipalSignatures(Buffer.alloc(32, 3), new NoonClock());

@Module({
  controllers: [OwnController],
  providers: [
    { provide: Principals, useClass: DemoPrincipals },
    { provide: PrincipalSignatures, useValue: signatures },
  ],
})
class OwnModule {}

describe('requests for what other apps own', () => {
  const owners: FastifyInstance[] = [];
  let app: NestFastifyApplication;
  let address: string;
  let readerLeft: (owner: string) => void;
  const left = new Promise<string>((resolve) => {
    readerLeft = resolve;
  });

  /** Answers everything with what it got, as the owner of the thing would see it. */
  async function owner(name: string): Promise<string> {
    const server = fastify({ forceCloseConnections: true });
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    server.get('/api/v1/alerts/stream', (request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
      reply.raw.write(`id: ${Number(request.headers['last-event-id']) + 1}\ndata: first\n\n`);
      reply.raw.once('close', () => readerLeft(name));
    });
    server.all('/api/v1/receipts/vouched', async (request) => {
      const principal = await new SignedPrincipals(signatures, new NoPrincipals()).of(request);
      return { principal, cookie: request.headers.cookie };
    });
    server.all('/*', async ({ method, url, ip, headers, body }, reply) => {
      if (url.endsWith('/refused')) void reply.status(409).type('application/problem+json');
      const { traceparent } = headers;
      const told = { from: name, method, url, ip, as: headers['liuqu-demo-principal'], type: headers['content-type'], body };
      return JSON.stringify(url.startsWith('/api/v1/receipts/traced') ? { ...told, traceparent } : told);
    });
    owners.push(server);
    return server.listen({ host: '127.0.0.1', port: 0 });
  }

  beforeAll(async () => {
    const table = routeTable({
      LIUQU_INGEST_GATEWAY_URL: await owner('ingest-gateway'),
      LIUQU_SIGNAL_RESOLVER_URL: await owner('signal-resolver'),
      LIUQU_RISK_PROJECTOR_URL: await owner('risk-projector'),
      LIUQU_INQUIRY_WORKFLOW_URL: 'http://127.0.0.1:9',
      LIUQU_ALERT_DISPATCHER_URL: await owner('alert-dispatcher'),
    });
    app = await serve({ app: 'console-api', root: OwnModule, port: 0, prepare: async (nest) => forwardRequests(nest, table) });
    address = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    for (const server of owners) await server.close();
  });

  const ask = async (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}): Promise<Response> =>
    fetch(`${address}${path}`, {
      signal: AbortSignal.timeout(10_000),
      ...init,
      headers: { 'liuqu-demo-principal': 'petition-clerk', ...init.headers },
    });

  it.each([
    ['GET', '/api/v1/alerts?after=7&limit=2', 'alert-dispatcher'],
    ['GET', '/api/v1/triage?cursor=abc', 'signal-resolver'],
    ['POST', '/api/v1/triage/3f2b8c1e/assignment', 'signal-resolver'],
    ['PUT', '/api/v1/policies/3f2b8c1e/text', 'risk-projector'],
    ['POST', '/api/v1/points/cadre%3A1/entries', 'risk-projector'],
    ['GET', '/api/v1/rebuild', 'risk-projector'],
    ['POST', '/api/v1/policy-reviews/3f2b8c1e/settlement', 'risk-projector'],
    ['POST', '/api/v1/rebuild/switch', 'risk-projector'],
    ['PUT', '/api/v1/registry/units', 'signal-resolver'],
    ['POST', '/api/v1/events', 'ingest-gateway'],
    ['GET', '/api/v1/receipts/3f2b8c1e', 'ingest-gateway'],
    ['POST', '/api/v1/agencies', 'ingest-gateway'],
    ['PUT', '/api/v1/agencies/A-AUD/active', 'ingest-gateway'],
    ['PUT', '/api/v1/managed-higher', 'ingest-gateway'],
  ])('go on as they came: %s %s to %s', async (method, path, from) => {
    const body = method === 'GET' ? undefined : 'code,name\nU-1,示例镇\n';
    const answer = await ask(path, { method, body, headers: { 'content-type': 'text/csv' } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ from, method, url: path, ip: '127.0.0.1', as: 'petition-clerk', type: 'text/csv', body });
  });

  it.each(['application/json', 'application/cloudevents+json', 'application/x-ndjson'])('pass %s on byte for byte', async (type) => {
    const body = '{ "specversion" : "1.0",\n"data":{} }';
    const answer = await ask('/api/v1/events', { method: 'POST', body, headers: { 'content-type': type } });
    expect(await answer.json()).toMatchObject({ type, body });
  });

  it('go on in the trace that they came in, or in a new one', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const parentOf = async (headers: Record<string, string>): Promise<unknown> =>
      ((await (await ask('/api/v1/receipts/traced', { headers })).json()) as { traceparent: unknown }).traceparent;
    const given = `00-${traceId}-b7ad6b7169203331-01`;
    expect(await parentOf({ traceparent: given })).toMatch(new RegExp(`^00-${traceId}-(?!b7ad6b7169203331)`));
    expect(await parentOf({})).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
  });

  it('tell the owner who asks, by a signature of this process and of nobody else, and keep the cookie here', async () => {
    const vouched = async (headers: Record<string, string>): Promise<unknown> =>
      (await ask('/api/v1/receipts/vouched?of=某 事&b=%27', { headers })).json();
    expect(await vouched({ cookie: 'liuqu-session=x' })).toEqual({
      principal: { id: 'demo-petition-clerk', name: '演示信访人员', role: 'petition-clerk', unit: null },
    });
    const forged = signatures.sign({ id: 'x', name: 'x', role: 'handler', unit: null }, { method: 'GET', url: '/api/v1/receipts/vouched' });
    expect(await vouched({ 'liuqu-demo-principal': 'nobody', 'liuqu-principal': forged })).toEqual({});
  });

  it('bring the owner’s refusal back', async () => {
    const answer = await ask('/api/v1/triage/refused', { method: 'POST' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([409, expect.stringMatching('application/problem')]);
  });

  it('stream, from where the reader was, until the reader leaves', async () => {
    const leaving = new AbortController();
    const answer = await ask('/api/v1/alerts/stream', { headers: { 'last-event-id': '41' }, signal: leaving.signal });
    const { value } = (await answer.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('id: 42\ndata: first\n\n');
    expect(answer.headers.get('content-type')).toBe('text/event-stream');

    leaving.abort();
    await expect(left).resolves.toBe('alert-dispatcher');
  });

  it('are told to come again while the owner is away', async () => {
    const answer = await ask('/api/v1/candidates/3f2b8c1e/taking', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ code: 'not-now', retryable: true });
  });

  it('leave what this app answers itself', async () => {
    expect(await (await ask('/api/v1/candidates')).json()).toEqual({ from: 'console-api' });
  });
});
