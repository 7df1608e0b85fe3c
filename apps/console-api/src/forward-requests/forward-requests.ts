import httpProxy from '@fastify/http-proxy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PrincipalSignatures, SIGNED_PRINCIPAL_HEADER } from '#access/principal-signatures';
import { Principals } from '#access/principals';
import { Problem } from '#platform/http/problem';
import { traceOf } from '#platform/http/trace-requests';
import type { ForwardedRoute } from './route-table';

const LONGEST_SILENCE_MS = 65_000;

const OWNER_IS_SILENT = new Problem(503, 'not-now', '负责此项的服务暂时没有应答，请稍后用同样的内容重试。');

type Sent = Parameters<typeof traceOf>[0];
type Headers = Readonly<Record<string, string | string[] | undefined>>;

const KEPT_HERE = new Set(['cookie', SIGNED_PRINCIPAL_HEADER]);

/** Looks at who asks, and says so to the owner in its own words; what a sender says in them is dropped, and so is the cookie. */
class Vouching {
  private readonly signed = new WeakMap<Sent, string>();

  constructor(
    private readonly principals: Principals,
    private readonly signatures: PrincipalSignatures,
  ) {}

  async look(request: FastifyRequest): Promise<void> {
    const principal = await this.principals.of(request);
    if (principal) this.signed.set(request.raw, this.signatures.sign(principal, request));
  }

  headersFor(request: Sent, headers: Headers): Headers {
    const kept = Object.entries(headers).filter(([name]) => !KEPT_HERE.has(name));
    const signed = this.signed.get(request);
    const told = signed === undefined ? {} : { [SIGNED_PRINCIPAL_HEADER]: signed };
    return { ...Object.fromEntries(kept), traceparent: traceOf(request)?.traceparent, ...told };
  }
}

async function forward(scope: FastifyInstance, { prefix, methods, upstream }: ForwardedRoute, vouching: Vouching): Promise<void> {
  scope.addHook('onRequest', async (request: FastifyRequest) => vouching.look(request));
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
      rewriteRequestHeaders: (request, headers) => vouching.headersFor(request.raw, headers),
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

/** Passes requests on to the apps that own the things, body as sent, with a signed word of who asks; streams stream through. */
export async function forwardRequests(app: NestFastifyApplication, routes: readonly ForwardedRoute[]): Promise<void> {
  const vouching = new Vouching(app.get(Principals), app.get(PrincipalSignatures));
  for (const route of routes) await app.register(async (scope: FastifyInstance) => forward(scope, route, vouching));
}
