import httpProxy from '@fastify/http-proxy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#platform/http/problem';
import { traceOf } from '#platform/http/trace-requests';
import type { ForwardedRoute } from './route-table';

const LONGEST_SILENCE_MS = 65_000;

const OWNER_IS_SILENT = new Problem(503, 'not-now', '负责此项的服务暂时没有应答,请稍后用同样的内容重试。');

async function forward(scope: FastifyInstance, { prefix, methods, upstream }: ForwardedRoute): Promise<void> {
  // Bodies are passed on byte for byte: Nest's parsers must not read them first.
  scope.removeAllContentTypeParsers();
  await scope.register(httpProxy, {
    upstream,
    prefix,
    rewritePrefix: prefix,
    httpMethods: [...methods],
    // A silent owner is given up; a stream of events is never silent so long, for its heart beats.
    http: { requestOptions: { timeout: LONGEST_SILENCE_MS } },
    disableRequestLogging: true,
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({ ...headers, traceparent: traceOf(request.raw)?.traceparent }),
      onError: (reply) => {
        void reply
          .status(503)
          .header('retry-after', '5')
          .type('application/problem+json')
          .send({ ...OWNER_IS_SILENT.toBody(), traceId: traceOf(reply.request.raw)?.traceId });
      },
    },
  });
}

/** Passes requests on to the apps that own the things, headers and body as sent; streams stream through. */
export async function forwardRequests(app: NestFastifyApplication, routes: readonly ForwardedRoute[]): Promise<void> {
  for (const route of routes) await app.register(async (scope: FastifyInstance) => forward(scope, route));
}
