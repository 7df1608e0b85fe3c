import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ProcessMetrics } from '#platform/metrics/process-metrics';

/** A pattern such as `/api/v1/cadres/:id`; what fits no route has one name together, because its path may hold anything. */
const routeOf = ({ is404, routeOptions }: FastifyRequest): string => (is404 ? 'none' : (routeOptions.url ?? 'none'));

/** Measures every request of the server; before any route is registered. */
export function observeRequests(fastify: FastifyInstance, metrics: ProcessMetrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    metrics.requestAnswered({ method, route: routeOf(request), status: reply.statusCode, seconds: reply.elapsedTime / 1_000 });
    done();
  });
}
