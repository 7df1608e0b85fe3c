import { AsyncLocalStorage } from 'node:async_hooks';
import { currentTrace, runInTrace, type TraceContext, traceOfHeader } from '#platform/trace/trace-context';

/** A record as far as traces go. */
export interface TracedRecord {
  readonly id: string | undefined;
  readonly key: string | null;
  readonly traceparent: string | undefined;
}

const current = new AsyncLocalStorage<BatchTraces>();

/** The traces of the records of one batch, which are handled together and yet each belong to a request of their own. */
export class BatchTraces {
  private readonly byId = new Map<string, TraceContext>();
  /** Undefined where records of one key have several traces. */
  private readonly byKey = new Map<string, TraceContext | undefined>();
  private readonly counts = new Map<string, { readonly trace: TraceContext; records: number }>();

  constructor(records: readonly TracedRecord[]) {
    for (const { id, key, traceparent } of records) {
      const trace = traceOfHeader(traceparent);
      if (!trace) continue;
      if (id !== undefined) this.byId.set(id, trace);
      if (key !== null) this.byKey.set(key, this.isOther(key, trace) ? undefined : trace);
      const counted = this.counts.get(trace.traceId);
      if (counted) counted.records += 1;
      else this.counts.set(trace.traceId, { trace, records: 1 });
    }
  }

  /** Runs the handling of the batch; what it announces is found by its cause, and its log lines have a trace if all records share one. */
  async run(work: () => Promise<void>): Promise<void> {
    const [only, ...others] = [...this.counts.values()];
    await current.run(this, async () => runInTrace(others.length === 0 ? only?.trace : undefined, work));
  }

  /** Tells something once in each trace. */
  tellEach(tell: (records: number) => void): void {
    for (const { trace, records } of this.counts.values()) runInTrace(trace, () => tell(records));
  }

  /** @param cause id of the record that something came of @param key of that record, when the id is not among them */
  of(cause: string, key: string): TraceContext | undefined {
    return this.byId.get(cause) ?? this.byKey.get(key);
  }

  private isOther(key: string, trace: TraceContext): boolean {
    return this.byKey.has(key) && this.byKey.get(key)?.traceId !== trace.traceId;
  }
}

/** What an event that leaves now carries: the trace of the record it came of, else that of the request or job under way. */
export function traceparentFor(cause: string, key: string): string | undefined {
  return (current.getStore()?.of(cause, key) ?? currentTrace())?.traceparent;
}
