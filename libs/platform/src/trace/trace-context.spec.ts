import { AppLogger } from '#platform/logger';
import { BatchTraces, traceparentFor } from '#platform/trace/batch-traces';
import { continueTrace, currentTrace, runInTrace, traceOfHeader } from '#platform/trace/trace-context';

const ONE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
const OTHER = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('a trace', () => {
  it('goes on with the id and the flags that came, under a parent of its own', () => {
    const { traceId, traceparent } = continueTrace(ONE);
    expect(traceId).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[\da-f]{16}-00$/);
    expect(traceparent).not.toBe(ONE);
  });

  it.each([undefined, '', '张三', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, ONE.replace('00-', 'ff-'), `${ONE}-more`, ONE.toUpperCase()])(
    'begins anew when what came is none: %s',
    (header) => {
      expect(traceOfHeader(header)).toBeUndefined();
      expect(continueTrace(header).traceparent).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
    },
  );

  it('is in every log line of its work, and in no other', async () => {
    const lines: string[] = [];
    const logger = new AppLogger('spec', 'info', { write: (line) => void lines.push(line) });
    await runInTrace(continueTrace(ONE), async () => {
      await Promise.resolve();
      logger.log('inside');
    });
    logger.log('outside');
    const traces = lines.map((line) => (JSON.parse(line) as { traceId?: string }).traceId);
    expect(traces).toEqual(['0af7651916cd43dd8448eb211c80319c', undefined]);
  });
});

describe('a batch of records of several requests', () => {
  const traces = new BatchTraces([
    { id: 'e-1', key: 'c-1', traceparent: ONE },
    { id: 'e-2', key: 'c-2', traceparent: OTHER },
    { id: 'e-3', key: 'c-2', traceparent: OTHER },
    { id: 'e-4', key: 'c-3', traceparent: ONE },
    { id: 'e-5', key: 'c-3', traceparent: OTHER },
    { id: 'e-6', key: 'c-4', traceparent: undefined },
  ]);

  it('gives what comes of a record its trace, by its id, else by its key unless that is ambiguous', async () => {
    await traces.run(async () => {
      expect(['e-1', 'e-5', 'e-6'].map((id) => traceparentFor(id, 'c-9'))).toEqual([ONE, OTHER, undefined]);
      expect(['c-2', 'c-3', 'c-4'].map((key) => traceparentFor('unknown', key))).toEqual([OTHER, undefined, undefined]);
      expect(currentTrace()).toBeUndefined();
      return Promise.resolve();
    });
    expect(traceparentFor('e-1', 'c-1')).toBeUndefined();
  });

  it('is told once in each trace', () => {
    const told: string[] = [];
    traces.tellEach((records) => told.push(`${currentTrace()?.traceId.slice(0, 4)} ${records}`));
    expect(told).toEqual(['0af7 2', '4bf9 3']);
  });

  it('of one request is that request’s', async () => {
    const one = new BatchTraces([{ id: 'e-1', key: 'c-1', traceparent: ONE }]);
    await one.run(async () => Promise.resolve(expect(currentTrace()?.traceparent).toBe(ONE)));
  });
});
