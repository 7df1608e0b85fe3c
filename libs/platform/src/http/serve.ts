import { type INestApplication, type Type, type DynamicModule } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { documentApi } from '#platform/http/document-api';
import { Draining } from '#platform/http/draining';
import { refuseNul } from '#platform/http/nul';
import { observeRequests } from '#platform/http/observe-requests';
import { answerProblem, ProblemFilter } from '#platform/http/problem.filter';
import { traceRequests } from '#platform/http/trace-requests';
import { AppLogger } from '#platform/logger';
import type { ProcessMetrics } from '#platform/metrics/process-metrics';

export interface Serving {
  readonly app: string;
  readonly root: Type | DynamicModule;
  readonly port: number;
  /** The strategy that feeds the app's consumers, taken from the app itself. */
  readonly transport?: (app: INestApplication) => CustomTransportStrategy;
  /** Where requests are counted. */
  readonly metrics?: (app: INestApplication) => ProcessMetrics;
  /** How long others have to hear that this process leaves, before it refuses requests; none unless told otherwise. */
  readonly noticeMs?: number;
  /** What only this process adds to its HTTP server: static pages, forwarding, documents. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

const LARGEST_BODY = 5 * 1024 * 1024;
/** A sender that goes on slower than this is cut off; bodies are read before anybody is known. */
const LONGEST_REQUEST_MS = 120_000;

/** Starts one process: HTTP on loopback, consumers beside it; on SIGTERM and SIGINT it leaves, stops in order and ends with code 0. */
export async function serve(serving: Serving): Promise<NestFastifyApplication> {
  const logger = new AppLogger(serving.app);
  const draining = new Draining();
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    requestTimeout: LONGEST_REQUEST_MS,
    forceCloseConnections: true,
    allowErrorHandlerOverride: true,
  });
  // Nest calls this before it stops anything, and waits for it.
  const beforeClose = async (): Promise<void> => draining.leave(serving.noticeMs ?? 0);
  Object.assign(adapter, { beforeClose });
  const app = await NestFactory.create<NestFastifyApplication>(serving.root, adapter, { logger, abortOnError: false });
  const fastify = adapter.getInstance();
  traceRequests(fastify);
  draining.watch(fastify);
  if (serving.metrics) observeRequests(fastify, serving.metrics(app), logger);
  refuseNul(fastify, logger);
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks([], { useProcessExit: true });
  documentApi(app);
  await serving.prepare?.(app);
  if (serving.transport) {
    app.connectMicroservice({ strategy: serving.transport(app) }, { inheritAppConfig: false });
    await app.startAllMicroservices();
  }
  await app.init();
  // What fails before a handler is reached, a body that is too large or of an unknown kind, is told like everything else.
  fastify.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, logger));
  await app.listen(serving.port, '127.0.0.1');
  logger.log(`listening on 127.0.0.1:${serving.port}`);
  return app;
}
