import type { INestApplication } from '@nestjs/common';
import { ApiExtension, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('Stable; the rest is for people.'),
  detail: z.string(),
  retryable: z.boolean(),
  traceId: z.string().describe('Of this request; whoever runs the installation finds its log lines by it.').optional(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
});

type JsonSchema = Record<string, unknown>;

/** One way to write a request. */
export interface RequestBody {
  readonly schema: z.ZodType;
  readonly example: unknown;
}

const BODIES = 'x-bodies';

/** What a request holds, by media type: each has its own schema and one example that is valid as it stands. */
export const ApiBodies = (bodies: Readonly<Record<string, RequestBody>>): MethodDecorator =>
  ApiExtension(
    BODIES,
    Object.fromEntries(Object.entries(bodies).map(([type, { schema, example }]) => [type, { schema: schemaOf(schema, 'input'), example }])),
  );

/** zod speaks the dialect of OpenAPI 3.1, JSON Schema 2020-12, by itself. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return rest;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const operationsOf = (document: OpenAPIObject): Operation[] =>
  Object.values(document.paths).flatMap((path) => METHODS.flatMap((method) => path[method] ?? []));

/** The library gives every media type of an endpoint the same schema. */
function withBodies(document: OpenAPIObject): OpenAPIObject {
  for (const operation of operationsOf(document) as (Operation & { [BODIES]?: NonNullable<Operation['requestBody']> })[]) {
    const { [BODIES]: content } = operation;
    if (content === undefined) continue;
    Object.assign(operation, { requestBody: { required: true, content } });
    delete operation[BODIES];
  }
  return document;
}

/** Every error of every endpoint is problem+json; said once here, so that no endpoint can forget it. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const answer = {
    description: 'What went wrong (RFC 9457).',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const operation of operationsOf(document)) operation.responses['default'] = answer;
  const schemas = { ...document.components?.schemas, Problem: schemaOf(problem, 'output') };
  return { ...document, components: { ...document.components, schemas } };
}

function describe(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('六渠 Liuqu')
    .setVersion('1')
    .setDescription('Scores are milli-points, odds micro-odds, days civil dates in Asia/Shanghai. A score is not a finding.')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'Liuqu-Demo-Principal', description: 'A person of the demo, on loopback.' }, 'demo')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The key of an agency.' }, 'agency')
    .addSecurityRequirements('demo')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { schema: schemaOf(schema, schemaType) } : undefined,
  });
  return withProblems(withBodies(document));
}

/**
 * Serves what the app answers as OpenAPI 3.1: pages at /api/docs, JSON at /api/docs-json. Before the app listens.
 * The document is made at the first request, when all routes are known.
 */
export function documentApi(app: INestApplication): void {
  let made: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (made ??= describe(app)), {
    raw: ['json'],
    customSiteTitle: '六渠 API',
    swaggerOptions: { validatorUrl: null },
  });
}
