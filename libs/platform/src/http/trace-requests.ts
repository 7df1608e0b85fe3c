import type { FastifyInstance } from 'fastify';
import { continueTrace, runInTrace, type TraceContext } from '#platform/trace/trace-context';

const traces = new WeakMap<object, TraceContext>();

/** @param request as Node gave it */
export const traceOf = (request: object): TraceContext | undefined => traces.get(request);

/** Each request runs in the trace that its `traceparent` names, or in a new one; before any route is registered. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const header = request.headers['traceparent'];
    const trace = continueTrace(typeof header === 'string' ? header : undefined);
    traces.set(request.raw, trace);
    runInTrace(trace, done);
  });
  // The end of a body is an event of the connection, which belongs to no request.
  fastify.addHook('preValidation', (request, _reply, done) => runInTrace(traceOf(request.raw), done));
}
