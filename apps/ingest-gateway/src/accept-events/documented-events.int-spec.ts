import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Door } from '#testing/door';
import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

const PAGE = readFileSync(join(__dirname, '../../../../docs/integration.md'), 'utf8');
/** What the page sends with curl, in its order. */
const SENT = [...PAGE.matchAll(/-d '(\{[^']*\})'/g)].map(([, body = '']) => body);

interface Body {
  readonly content: Record<string, { readonly schema: unknown; readonly example: unknown }>;
}

describeWith(['postgres'], 'what is written for integrators', () => {
  let started: StartedDoor;
  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule]);
  });
  afterAll(async () => started?.close());

  beforeEach(async () => started.empty());

  const bodyOf = async (path: string): Promise<Body['content']> => {
    const answer = await fetch(`${started.door.url}/api/docs-json`, { signal: AbortSignal.timeout(20_000) });
    const { paths } = (await answer.json()) as { paths: Record<string, { post?: { requestBody: Body }; put?: { requestBody: Body } }> };
    const operation = paths[path]?.post ?? paths[path]?.put;
    return operation?.requestBody.content ?? {};
  };
  const example = async <T>(path: string, type: string): Promise<T> => (await bodyOf(path))[type]?.example as T;

  it('is accepted as it stands in docs/integration.md', async () => {
    const [entry = '', event = ''] = SENT;
    const admitted = await started.door.admitted(JSON.parse(entry) as Record<string, unknown>);
    expect(await admitted.post(event)).toMatchObject({ status: 202, body: { state: 'accepted' } });
  });

  it('is accepted as it stands in the OpenAPI document, in each way of sending', async () => {
    const audit: Door = await started.door.admitted(await example<Record<string, unknown>>('/api/v1/agencies', 'application/json'));
    const events = await bodyOf('/api/v1/events');
    const structured = await audit.post(events['application/cloudevents+json']?.example as Record<string, unknown>);
    const batch = await audit.postBatch(events['application/cloudevents-batch+json']?.example as unknown[]);
    const lines = await audit.postLines([String(events['application/x-ndjson']?.example)]);
    expect([structured.status, batch.body.items?.[0]?.status, lines.body.items?.[0]?.status]).toEqual([202, 202, 202]);
    expect(JSON.stringify(events)).toContain('A stable reference to the schema that the sender followed');
    const list = await example<string>('/api/v1/managed-higher', 'text/csv');
    expect(await started.door.asAdministrator('PUT', '/api/v1/managed-higher', 'text/csv', list)).toMatchObject({ status: 200 });
  });
});
