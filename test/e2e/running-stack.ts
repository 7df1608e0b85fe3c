import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(__dirname, '../..');
const READY_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 60_000;
export const TOKEN_KEY = Buffer.alloc(32, 1);
export const SEALING_KEY = Buffer.alloc(32, 2);
/** A county that is fed in seconds. */
const LIUQU_DEMO_CADRES = '60';
const KEYS = { LIUQU_TOKEN_KEY: TOKEN_KEY.toString('base64'), LIUQU_SEALING_KEY: SEALING_KEY.toString('base64') };

/** Everything in one process on embedded services, or the microservices on Kafka, Redis and PostgreSQL. */
export const STACKS = ['embedded', 'services'] as const;
export type StackKind = (typeof STACKS)[number];

export interface RunningStack {
  readonly kind: StackKind;
  /** Where people and everything but events go. */
  readonly console: string;
  /** Where agencies send events. */
  readonly door: string;
  readonly databaseUrl: string;
  readonly data: string;
  readonly logUrl: string;
  /** Where each process of ours listens, by name; on the embedded stack they are one, and this is empty. */
  readonly processes: Readonly<Record<string, string>>;
  /** The pid of each running process by name; read anew, as a crashed one gets another. */
  pids(): Readonly<Record<string, number>>;
  /** What it has printed, line by line. */
  readonly said: readonly string[];
  /** Ends what supervises the processes, without warning, and nothing else. */
  kill(): void;
  stop(): Promise<void>;
}

interface Told {
  readonly console: string;
  readonly door: string;
  readonly databaseUrl: string;
  readonly logUrl: string;
  readonly pids: Record<string, number>;
  readonly processes?: Record<string, string>;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((answer) => {
    server.once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
  });
}

export async function portsFrom(count: number): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await Promise.all(Array.from({ length: count }, async (_, at) => isFree(first + at)));
    if (free.every(Boolean)) return first;
  }
  throw new Error('no free ports');
}

async function untilReady(child: ChildProcess, sign: string): Promise<readonly string[]> {
  const said: string[] = [];
  await new Promise<void>((ready, failed) => {
    const timer = setTimeout(() => failed(new Error(`not ready in time:\n${said.join('\n')}`)), READY_WITHIN_MS);
    if (!child.stdout || !child.stderr) throw new Error('the stack has no output');
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (!line.includes(sign)) return;
      clearTimeout(timer);
      ready();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`ended with ${code}:\n${said.join('\n')}`));
    });
  });
  return said;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(late);
}

export interface Wished {
  readonly demo?: boolean;
  /** A data folder that outlives the stack; without one it gets a new one, gone with it. */
  readonly data?: string;
  readonly port?: number;
  /** What is to be said before the stack is answered. */
  readonly sign?: string;
  /** Variables of the two commands beside those above. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The same keys in every run: the same people get the same tokens and ids. */
export function newDataFolder(kind: StackKind): string {
  const data = mkdtempSync(join(tmpdir(), `liuqu-${kind}-`));
  writeFileSync(join(data, 'keys.json'), JSON.stringify(KEYS));
  return data;
}

/** Starts a stack on free ports with empty data, as `npm start` or `npm run stack` would, with the demo or without. */
export async function startStack(kind: StackKind, { demo = false, ...wished }: Wished = {}): Promise<RunningStack> {
  const data = wished.data ?? newDataFolder(kind);
  const port = wished.port ?? (await portsFrom(12));
  const script = kind === 'embedded' ? 'start-installed.mjs' : 'stack-installed.mjs';
  const child = spawn(process.execPath, [join(ROOT, 'deploy/local', script)], {
    cwd: ROOT,
    env: { ...process.env, LIUQU_DATA: data, LIUQU_PORT: String(port), LIUQU_DEMO_FEED: String(demo), LIUQU_DEMO_CADRES, ...wished.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said = await untilReady(child, wished.sign ?? (demo ? 'demo county:' : 'is ready on'));
  const told = (): Told => JSON.parse(readFileSync(join(data, 'addresses.json'), 'utf8')) as Told;
  const { console, door, databaseUrl, logUrl, processes = {} } = told();
  return {
    kind,
    console,
    door,
    databaseUrl,
    logUrl,
    data,
    said,
    processes,
    pids: () => told().pids,
    kill: () => child.kill('SIGKILL'),
    stop: async () => {
      await stopChild(child);
      if (wished.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
