import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { Client } from 'pg';

export type ServiceName = 'postgres' | 'redis' | 'kafka';

export interface ServiceAddress {
  readonly url: string;
  readonly pid: number;
}

/** What `deploy/local/services.mjs` prints: the addresses of what runs, and why the rest does not. */
export type ServiceAddresses = { readonly [name in ServiceName]?: ServiceAddress } & {
  readonly missing: readonly { readonly service: ServiceName; readonly why: string }[];
};

const SCRIPT = join(__dirname, '../../../../deploy/local/services.mjs');
const READY_MS = 120_000;
const STOP_MS = 40_000;

/** A spec's own set of services, to be killed and restarted at will; gone with the process that started it. */
export class LocalServices {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: Interface,
    private readonly data: string,
    private addresses: ServiceAddresses,
  ) {}

  static async start(only: readonly ServiceName[]): Promise<LocalServices> {
    const data = await mkdtemp(join(tmpdir(), 'liuqu-services-'));
    const args = ['--disable-warning=TimeoutNegativeWarning', SCRIPT, '--data', data, '--only', only.join(','), '--tied'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout });
    return new LocalServices(child, lines, data, await nextAddresses(child, lines));
  }

  /** @throws when the service could not be had, with the reason */
  address(name: ServiceName): ServiceAddress {
    return addressIn(this.addresses, name);
  }

  /** Sends a signal to the service itself: SIGKILL ends it without warning, SIGSTOP and SIGCONT suspend it. */
  kill(name: ServiceName, signal: NodeJS.Signals): void {
    process.kill(this.address(name).pid, signal);
  }

  /** Starts the service again on its data and its address, ended before or not. */
  async restart(name: ServiceName): Promise<void> {
    this.child.stdin?.write(`restart ${name}\n`);
    this.addresses = await nextAddresses(this.child, this.lines);
    this.address(name);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    this.child.stdin?.end();
    if (this.child.exitCode === null) await ended;
    clearTimeout(timer);
    await rm(this.data, { recursive: true, force: true });
  }
}

/** For specs that break services: a set of their own. What only reads and writes uses `sharedServices`. */
export async function startServices(wanted: { readonly only?: readonly ServiceName[] } = {}): Promise<LocalServices> {
  return LocalServices.start(wanted.only ?? ['postgres', 'redis', 'kafka']);
}

/** The set that the test run started (`npm test`); without one, everything is missing. */
export function sharedServices(): ServiceAddresses {
  const given = process.env['LIUQU_TEST_SERVICES'];
  if (given !== undefined) return JSON.parse(given) as ServiceAddresses;
  const why = 'the run was not started by "npm test"';
  return { missing: (['postgres', 'redis', 'kafka'] as const).map((service) => ({ service, why })) };
}

/** The address of one shared service. @throws when it is missing, with the reason */
export function sharedAddress(name: ServiceName): string {
  return addressIn(sharedServices(), name).url;
}

/** A new, empty database on the shared PostgreSQL. */
export async function freshDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const server = sharedAddress('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runSql(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => runSql(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** `describe`, or a loud skip that names what is missing and why; with CI=true a skip fails the run. */
export function describeWith(services: readonly ServiceName[], name: string, fn: () => void): void {
  const missing = sharedServices().missing.filter(({ service }) => services.includes(service));
  if (missing.length === 0) {
    describe(name, fn);
    return;
  }
  const reasons = missing.map(({ service, why }) => `${service} is missing: ${why}`).join('; ');
  process.stderr.write(`SKIPPED ${name}: ${reasons}\n`);
  describe.skip(`${name} (${reasons})`, fn);
}

function addressIn(addresses: ServiceAddresses, name: ServiceName): ServiceAddress {
  const address = addresses[name];
  if (address) return address;
  throw new Error(`${name} is missing: ${addresses.missing.find(({ service }) => service === name)?.why ?? 'it was not asked for'}`);
}

async function nextAddresses(child: ChildProcess, lines: Interface): Promise<ServiceAddresses> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new Error('the local services were not ready in time')), READY_MS);
    const onExit = (code: number | null): void => fail(new Error(`the local services ended with ${code}`));
    const settle = (): void => {
      clearTimeout(timer);
      child.off('exit', onExit);
    };
    const fail = (error: Error): void => {
      settle();
      reject(error);
    };
    child.once('exit', onExit);
    lines.once('line', (line) => {
      settle();
      resolve(JSON.parse(line) as ServiceAddresses);
    });
  });
}

async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, statement_timeout: 60_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
