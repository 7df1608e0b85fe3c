import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Database } from '#persistence/database';
import { describeWith } from '#testing/services/local-services';
import { until } from './office';
import { newDataFolder, portsFrom, type RunningStack, startStack } from './running-stack';

const RUN_MS = 120_000;

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The processes that the supervisor has written down: itself, the application, what runs to its end. */
const recorded = (data: string): number[] =>
  (JSON.parse(readFileSync(join(data, 'apps.json'), 'utf8')) as { pid: number }[]).map(({ pid }) => pid);

describeWith(['postgres'], 'npm start on the data folder of an earlier run', () => {
  let data: string;
  let port: number;
  let stack: RunningStack | undefined;

  beforeEach(async () => {
    data = newDataFolder('embedded');
    port = await portsFrom(1);
  });

  afterEach(async () => {
    await stack?.stop();
    stack = undefined;
    rmSync(data, { recursive: true, force: true });
  }, RUN_MS);

  it(
    'goes on with a demo county whose feed was broken off, nothing refused',
    async () => {
      stack = await startStack('embedded', { data, port, demo: true, sign: 'is ready on' });
      const { databaseUrl } = stack;
      await until(
        'the first events of the demo',
        async () => receiptsIn(databaseUrl),
        (count) => count > 20,
      );
      const feeding = recorded(data)[2] ?? 0;
      expect(lives(feeding)).toBe(true);
      await stack.stop();
      expect(lives(feeding)).toBe(false);
      expect(existsSync(join(data, 'demo-is-in'))).toBe(false);

      stack = await startStack('embedded', { data, port, demo: true });
      const closing = stack.said.find((line) => line.startsWith('demo county:')) ?? '';
      const [sent, accepted, earlier, malformed] = [/(\d+) events sent/, /(\d+) accepted/, /(\d+) fed earlier/, /(\d+) turned away/].map(
        (number) => Number(number.exec(closing)?.[1]),
      );
      expect(closing).toMatch(/ 0 refused$/);
      expect(Number(accepted) + Number(earlier) + Number(malformed)).toBe(sent);
      expect(Number(earlier)).toBeGreaterThan(0);
    },
    RUN_MS,
  );

  it(
    'runs on when the demo county cannot be read in, and says so',
    async () => {
      writeFileSync(join(data, 'demo-day'), 'no day');
      stack = await startStack('embedded', { data, port, demo: true, sign: 'Demo people are chosen' });
      expect(stack.said.filter((line) => line.startsWith('Warning: the demo county'))).toHaveLength(1);
      expect((await fetch(`${stack.console}/health/ready`)).status).toBe(200);
    },
    RUN_MS,
  );

  it(
    'ends what was left by a supervisor that was killed, and takes its port',
    async () => {
      stack = await startStack('embedded', { data, port });
      const left = stack.pids()['all-in-one'] ?? 0;
      stack.kill();
      expect(lives(left)).toBe(true);

      stack = await startStack('embedded', { data, port });
      expect(lives(left)).toBe(false);
      expect((await fetch(`${stack.console}/health/ready`)).status).toBe(200);
    },
    RUN_MS,
  );

  it('says in one sentence, before it starts anything, that its port belongs to another program', async () => {
    const other = await listen(port);
    const refusal = await startStack('embedded', { data, port }).catch((error: unknown) => String(error));
    await new Promise((done) => other.close(done));
    expect(refusal).toBe(
      `Error: ended with 1:\nPort ${port} of 127.0.0.1 is taken by another program: end that one, or choose another first port with LIUQU_PORT.`,
    );
    expect(existsSync(join(data, 'postgres'))).toBe(false);
  }, 10_000);
});

async function receiptsIn(databaseUrl: string): Promise<number> {
  const database = await Database.connect(databaseUrl, 1);
  try {
    return Number((await database.query<{ count: string }>('SELECT count(*) FROM gateway.receipt'))[0]?.count);
  } finally {
    await database.close();
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}
