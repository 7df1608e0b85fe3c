import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { Database } from '#persistence/database';
import { randomFacts } from '#testing/random-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import type { FillSizes } from '../../apps/risk-projector/src/fill-slot/fill-slot';
import { TwoSlots } from '../rebuild/two-slots';
import { appendFacts } from './appended-facts';
import { until } from './office';

const FACTS = 15_000;
const SUBJECTS = 2_000;
const FILLING = resolve(__dirname, '../../dist/test/rebuild/one-filling.js');
/** Many shares of many statements, so that there is much to be killed in. */
const SMALL: FillSizes = { recordsAPass: 1_000, rowsAStatement: 20 };
const LARGE: FillSizes = { recordsAPass: 250_000, rowsAStatement: 2_000 };

/** The clock of a process, set three days ahead before anything of ours is loaded. */
const AHEAD = `const Real = Date; const ahead = 3 * 86_400_000;
globalThis.Date = class extends Real { constructor(...given) { given.length === 0 ? super(Real.now() + ahead) : super(...given); }
static now() { return Real.now() + ahead; } };`;
const CLOCK_AHEAD = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(AHEAD)}` };

interface Filling {
  readonly child: ChildProcess;
  /** Its exit code, or the signal that ended it, and what it said. */
  readonly ended: Promise<{ readonly how: number | string | null; readonly said: string }>;
}

describeWith(['postgres'], `the readings of ${FACTS} facts, made by processes of their own`, () => {
  let slots: TwoSlots;
  let logUrl: string;
  let live: string;
  const closing: (() => Promise<void>)[] = [];

  const start = ({ recordsAPass, rowsAStatement }: FillSizes, env: Readonly<Record<string, string>> = {}): Filling => {
    const given = {
      LIUQU_DATABASE_URL: slots.url,
      LIUQU_LOG_URL: logUrl,
      LIUQU_TEST_RECORDS_A_PASS: String(recordsAPass),
      LIUQU_TEST_ROWS_A_STATEMENT: String(rowsAStatement),
    };
    const child = spawn(process.execPath, [FILLING], { env: { ...process.env, ...given, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<{ how: number | string | null; said: string }>((done) =>
      child.once('close', (code, signal) => done({ how: signal ?? code, said })),
    );
    return { child, ended };
  };
  const made = async (): Promise<string> => (await slots.digests()).b;
  /** Of the live slot's rows, how many the other one has. */
  const rowsMade = async (): Promise<number> => {
    const [row] = await slots.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM projector.reading WHERE slot = 'b'`);
    return row?.count ?? 0;
  };

  beforeAll(async () => {
    const apart = await freshDatabase();
    const migrated = await Database.connect(apart.url, 1);
    await migrated.migrate();
    await migrated.close();
    logUrl = apart.url;
    const log = await PostgresEventLog.connect(logUrl);
    slots = await TwoSlots.over(log, 12);
    closing.push(
      async () => slots.close(),
      async () => log.close(),
      apart.drop,
    );
    await appendFacts(log, randomFacts(31, FACTS, SUBJECTS));
    await slots.takeLive();
    live = (await slots.digests()).a;
  }, 180_000);

  afterAll(async () => {
    for (const close of closing) await close();
  }, 60_000);

  it.each<[string, FillSizes, Readonly<Record<string, string>>, RegExp]>([
    ['in small shares and statements', SMALL, {}, /GMT/],
    ['in one share of each partition, east of the date line', LARGE, { TZ: 'Pacific/Kiritimati' }, /GMT\+1400/],
    ['three days ahead, in the far west, in another language', LARGE, { ...CLOCK_AHEAD, TZ: 'America/Adak', LC_ALL: 'tr_TR.UTF-8' }, /tr/],
  ])(
    'are the live ones to the byte, %s',
    async (_, sizes, env, says) => {
      await slots.begin();
      const { how, said } = await start(sizes, env).ended;
      expect([how, said]).toEqual([0, expect.stringMatching(says)]);
      if (env['NODE_OPTIONS'] !== undefined) expect(Date.parse(said.replace(/ \(.*/s, '')) - Date.now()).toBeGreaterThan(2 * 86_400_000);
      expect(await made()).toBe(live);
    },
    120_000,
  );

  it('are the live ones to the byte, though each process is killed midway until the last', async () => {
    await slots.begin();
    const all = (await slots.rowsOf('a')).length;
    let killed = 0;
    for (const share of [0.05, 0.3, 0.6, 0.85]) {
      const { child, ended } = start(SMALL);
      await until(`${share} of the rows`, rowsMade, (count) => count >= all * share);
      child.kill('SIGKILL');
      const { how } = await ended;
      if (how === 'SIGKILL') killed += 1;
      // The server ends the transaction that was open when it notices.
      await sleep(50);
    }
    const left = await rowsMade();
    expect([killed, left > 0, left < all]).toEqual([4, true, true]);
    expect((await start(LARGE).ended).how).toBe(0);
    expect(await made()).toBe(live);
    expect(await slots.rowsOf('b')).toEqual(await slots.rowsOf('a'));
  }, 240_000);
});
