import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Ajv2020 from 'ajv/dist/2020';
import { runApp } from '#assembly/run-app';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { ConsoleApiModule } from './console-api.module';

/** Every schema of a parameter or a body, wherever it stands. */
function schemasIn(node: unknown): object[] {
  if (Array.isArray(node)) return node.flatMap(schemasIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === 'schema' && typeof value === 'object' && value !== null ? [value] : schemasIn(value),
  );
}

describeWith(['postgres'], 'the OpenAPI document', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let address: string;

  beforeAll(async () => {
    stack = await aTestStack();
    app = await runApp('console-api', stack.config, [ConsoleApiModule]);
    address = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  const ask = async (path: string): Promise<Response> => fetch(`${address}${path}`, { signal: AbortSignal.timeout(10_000) });
  const documented = async (): Promise<Record<string, unknown>> => (await ask('/api/docs-json')).json() as Promise<Record<string, unknown>>;

  it('is OpenAPI 3.1, and its schemas are JSON Schema 2020-12', async () => {
    const document = await documented();
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const rules = readFileSync(join(__dirname, '../test/openapi-3.1.schema.json'), 'utf8');
    // Ajv takes "#meta" for the whole document; it stands for any schema, and those are checked one by one below.
    const isOpenApi = ajv.compile(JSON.parse(rules.replaceAll('"$dynamicRef": "#meta"', '"type": ["object", "boolean"]')) as object);
    isOpenApi(document);
    expect(isOpenApi.errors).toBeNull();
    const schemas = schemasIn(document);
    expect(schemas.length).toBeGreaterThan(12);
    for (const schema of schemas) expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
  });

  it('names every route, with what is asked and what is answered', async () => {
    const { paths } = (await documented()) as {
      paths: Record<string, { get?: { parameters?: { name: string }[]; responses: unknown } }>;
    };
    expect(Object.keys(paths).toSorted()).toEqual(
      [
        '/api/v1/alert-records',
        '/api/v1/cadres',
        '/api/v1/cadres/{id}',
        '/api/v1/cadres/{id}/own-view',
        '/api/v1/cadres/{id}/points',
        '/api/v1/cadres/{id}/profile',
        '/api/v1/cadres/{id}/reading',
        '/api/v1/candidate-brake',
        '/api/v1/cadres/{id}/reading/explanation',
        '/api/v1/cadres/{id}/reading/receipt',
        ...['', '/{id}'].map((rest) => `/api/v1/candidates${rest}`),
        '/api/v1/catalogue',
        '/api/v1/clue-checks',
        '/api/v1/tasks',
        '/api/v1/desk',
        ...['', '/{id}/active', '/{id}/credentials', '/{id}/identity', '/{id}/role', '/{id}/unit'].map((rest) => `/api/v1/users${rest}`),
        '/api/v1/operations',
        '/api/v1/permissions',
        '/api/v1/points',
        '/api/v1/points-schemes',
        '/api/v1/policy-reviews',
        ...['', '/oidc', '/oidc/callback', '/ways'].map((rest) => `/api/v1/session${rest}`),
        ...['', '/counts', '/{eventId}'].map((rest) => `/api/v1/signals${rest}`),
        ...['', '/{id}/review'].map((rest) => `/api/v1/reads${rest}`),
        '/api/v1/score-receipts/schema',
        '/api/v1/units',
        ...['', '/points', '/reading', '/reading/explanation', '/reading/receipt'].map((rest) => `/api/v1/units/{code}${rest}`),
        ...['', '/{id}'].map((rest) => `/api/v1/views${rest}`),
        '/asyncapi',
        '/health/live',
        '/health/ready',
        '/metrics',
      ].toSorted(),
    );
    const asked = (path: string): unknown => paths[path]?.get?.parameters?.map(({ name }) => name);
    expect(asked('/api/v1/cadres')).toEqual(['level', 'unit', 'category', 'channel', 'cursor', 'limit']);
    expect(asked('/api/v1/cadres/{id}/reading')).toEqual([
      'Liuqu-Purpose',
      'Liuqu-Task',
      'Liuqu-Reason',
      'id',
      'asOf',
      'knownOn',
      'policy',
    ]);
    expect(paths['/api/v1/cadres/{id}/reading/explanation']?.get?.responses).toMatchObject({
      200: { content: { 'application/json': { schema: { properties: { fallsOn: { type: 'array' } } } } } },
      default: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    });
  });

  it('has pages that load nothing from elsewhere', async () => {
    const page = await ask('/api/docs');
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("default-src 'self'")]);
    expect((await ask('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
    expect(await page.text()).not.toMatch(/(src|href)="https?:/);
  });
});
