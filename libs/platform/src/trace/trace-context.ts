import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** What one request set going, here and in other processes (W3C Trace Context). */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** The same with this process as the parent of what comes next, to be handed on. */
  readonly traceparent: string;
}

const TRACEPARENT = /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-([\da-f]{2})(-.*)?$/;
const SAMPLED = '01';

const current = new AsyncLocalStorage<TraceContext | undefined>();

/** The trace of a header as it came; undefined when it is none. */
export function traceOfHeader(header: string | undefined): TraceContext | undefined {
  const [, version, traceId, , more] = TRACEPARENT.exec(header ?? '') ?? [];
  if (header === undefined || traceId === undefined || (version === '00' && more !== undefined)) return undefined;
  return { traceId, traceparent: header };
}

/** Goes on with the trace of a header, or begins one. */
export function continueTrace(header: string | undefined): TraceContext {
  const given = traceOfHeader(header);
  const traceId = given?.traceId ?? randomBytes(16).toString('hex');
  const flags = TRACEPARENT.exec(given?.traceparent ?? '')?.[3] ?? SAMPLED;
  return { traceId, traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}` };
}

/** All that the work does or begins, and each of its log lines, belongs to the trace; to none without one. */
export function runInTrace<T>(trace: TraceContext | undefined, work: () => T): T {
  return current.run(trace, work);
}

export const currentTrace = (): TraceContext | undefined => current.getStore();
