import type { FastifyInstance, FastifyRequest } from 'fastify';
import { traceOf } from '#platform/http/trace-requests';
import type { AppLogger } from '#platform/logger';
import type { ProcessMetrics } from '#platform/metrics/process-metrics';
import { runInTrace } from '#platform/trace/trace-context';

/** Asked every few seconds by machines, and no part of anybody's work. */
const UNTOLD = ['/health/live', '/health/ready', '/metrics'];

/** A pattern such as `/api/v1/cadres/:id`; what fits no route has one name together, because its path may hold anything. */
const routeOf = ({ is404, routeOptions }: FastifyRequest): string => (is404 ? 'none' : (routeOptions.url ?? 'none'));

/** Measures every request of the server and tells it in one line; before any route is registered. */
export function observeRequests(fastify: FastifyInstance, metrics: ProcessMetrics, logger: AppLogger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const route = routeOf(request);
    metrics.requestAnswered({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 });
    const told = { route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (!UNTOLD.includes(route)) runInTrace(traceOf(request.raw), () => logger.log(`${method} answered`, told));
    done();
  });
}
