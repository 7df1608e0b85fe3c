import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith } from '#testing/services/local-services';
import { CadreTokens } from '#vault/cadre-token';
import { admitMany, entriesExpected, eventAt, feed, people, readManyPeopleIn } from './many-events';
import { type Agency, call, post, until } from './office';
import { type Outcome, outcomeOf } from './outcome';
import { type RunningStack, startStack, TOKEN_KEY } from './running-stack';

const EVENTS = 50_000;
const BATCHES = EVENTS / 100;
const KILLED = ['risk-projector-2', 'signal-resolver'] as const;
/** Restarted in order, each when the one before is ready again. */
const RESTARTED = [
  'signal-resolver-2',
  'risk-projector',
  'inquiry-workflow',
  'inquiry-workflow-2',
  'alert-dispatcher',
  'alert-dispatcher-2',
  'ingest-gateway',
  'console-api',
] as const;
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';

async function restart(stack: RunningStack, name: string): Promise<void> {
  const pid = stack.pids()[name];
  const address = stack.processes[name];
  if (pid === undefined || address === undefined) throw new Error(`${name} does not run`);
  process.kill(pid, 'SIGTERM');
  const ready = async (): Promise<boolean> => stack.pids()[name] !== pid && (await fetch(`${address}/health/ready`)).ok;
  await until(`${name} after its restart`, ready, Boolean, 60_000);
}

interface LogLine {
  readonly app: string;
  readonly msg: string;
  readonly traceId?: string;
}

const logsOf = (stack: RunningStack): readonly { readonly file: string; readonly text: string }[] =>
  readdirSync(stack.data)
    .filter((file) => file.endsWith('.log'))
    .map((file) => ({ file, text: readFileSync(join(stack.data, file), 'utf8') }));

const linesOf = (stack: RunningStack, traceId: string): readonly LogLine[] =>
  logsOf(stack).flatMap(({ text }) =>
    text
      .split('\n')
      .filter((line) => line.includes(traceId))
      .map((line) => JSON.parse(line) as LogLine),
  );

/** Series with their values. @throws when a line is not of the text format */
function parseMetrics(text: string): ReadonlyMap<string, number> {
  const series = new Map<string, number>();
  for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('# '))) {
    const [, name, value] = /^([a-zA-Z_:][\w:]*(?:\{(?:[a-z_]+="[^"\n]*",?)+\})?) (\S+)$/.exec(line) ?? [];
    const number = value === '+Inf' ? Infinity : Number(value);
    if (name === undefined || Number.isNaN(number)) throw new Error(`not a sample: ${line}`);
    series.set(name, number);
  }
  return series;
}

describeWith(['postgres', 'redis', 'kafka'], `two of each consumer during a feed of ${EVENTS} events`, () => {
  let undisturbed: Outcome;
  let stack: RunningStack;
  let agencies: ReadonlyMap<string, Agency>;

  beforeAll(async () => {
    const embedded = await startStack('embedded');
    try {
      await readManyPeopleIn(embedded);
      await feed(embedded, await admitMany(embedded), EVENTS, () => undefined);
      undisturbed = await outcomeOf(embedded, entriesExpected(EVENTS));
    } finally {
      await embedded.stop();
    }
    stack = await startStack('services');
    await readManyPeopleIn(stack);
    agencies = await admitMany(stack);
  }, 600_000);

  afterAll(async () => stack?.stop(), 120_000);

  it('loses and doubles nothing when one of two is killed and the others are restarted one after another', async () => {
    let restarts: Promise<void> = Promise.resolve();
    const victims = [...KILLED];
    await feed(stack, agencies, EVENTS, (batch) => {
      if (batch > 0 && batch % Math.floor(BATCHES / 10) === 0) {
        const victim = victims.shift();
        const pid = victim === undefined ? undefined : stack.pids()[victim];
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      }
      if (batch === Math.floor((BATCHES * 3) / 10)) {
        restarts = RESTARTED.reduce<Promise<void>>(async (before, name) => before.then(async () => restart(stack, name)), restarts);
        restarts.catch(() => undefined);
      }
    });
    await restarts;

    const outcome = await outcomeOf(stack, entriesExpected(EVENTS));
    expect(outcome.digest).toBe(undisturbed.digest);
    const ended = stack.said.flatMap((line) => / ended with /.exec(line)?.input.split(';')[0] ?? []);
    expect(ended).toEqual([...KILLED.map((name) => `${name} ended with SIGKILL`), ...RESTARTED.map((name) => `${name} ended with 0`)]);
  }, 600_000);

  it('leaves nobody behind: the metrics of each process tell so', async () => {
    const names = Object.keys(stack.processes);
    expect(names).toEqual(expect.arrayContaining([...KILLED, ...RESTARTED]));
    for (const name of names) {
      const metrics = async (): Promise<ReadonlyMap<string, number>> =>
        parseMetrics(String((await call(`${stack.processes[name]}/metrics`)).body));
      const lags = (series: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
        new Map([...series].filter(([sample]) => /^liuqu_(consumer_lag|outbox|parked|stopped)/.test(sample)));
      const isConsumer = name !== 'ingest-gateway' && name !== 'console-api';
      const last = await until(`no lag at ${name}`, metrics, (series) => {
        const its = lags(series);
        // A lag that nobody could look up is missing, and is no 0.
        const isTold = [...its.keys()].some((sample) => sample.startsWith('liuqu_consumer_lag_records{'));
        return isTold === isConsumer && [...its.values()].every((value) => value === 0);
      });
      expect(lags(last).size > 0).toBe(isConsumer);
      expect(last.get('process_start_time_seconds')).toBeGreaterThan(0);
    }
  });

  it('tells one event by one trace id, in the lines of the door, the resolver and the projector', async () => {
    const { agency, event } = eventAt(EVENTS, agencies);
    const traceparent = `00-${TRACE_ID}-b7ad6b7169203331-01`;
    const answer = await post(stack, agency, event, { traceparent });
    expect(answer.status).toBe(202);
    const told = await until(
      'the lines of the projector',
      async () => Promise.resolve(linesOf(stack, TRACE_ID)),
      (lines) => lines.some(({ app }) => app === 'risk-projector'),
    );
    const said = told.map(({ app, msg }) => `${app}: ${msg}`);
    expect(said).toEqual(
      expect.arrayContaining(['ingest-gateway: POST answered', 'signal-resolver: records stored', 'risk-projector: records stored']),
    );
    const refused = await call(`${stack.door}/api/v1/events`, { method: 'POST', headers: { traceparent } });
    expect(refused.body).toMatchObject({ traceId: TRACE_ID });
  });

  it('writes no name, ID number, token or key into any log', () => {
    const tokens = new CadreTokens(TOKEN_KEY);
    const secret = [
      ...people.flatMap(({ idNumber, name }) => [idNumber, name, tokens.tokenOf(idNumber)]),
      ...[...agencies.values()].map(({ key }) => key),
    ];
    const logs = logsOf(stack);
    expect(logs.map(({ file }) => file)).toEqual(expect.arrayContaining([...KILLED, ...RESTARTED].map((name) => `${name}.log`)));
    const found = logs.flatMap(({ file, text }) => secret.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`));
    expect(found).toEqual([]);
  });
});
