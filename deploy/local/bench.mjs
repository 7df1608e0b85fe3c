/** `npm run bench`: builds, starts the product on fresh data, measures, stops. Figures are ratios to a limit of the same run. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { embeddedEnvironment } from './embedded.mjs';
import { ensureInstalled, pinnedNode, ROOT } from './install.mjs';
import { startServices } from './services-child.mjs';
import { freePort } from './services/process.mjs';
import { Supervisor } from './supervise.mjs';

ensureInstalled();
ensureBuilt(ROOT);
const data = mkdtempSync(join(tmpdir(), 'liuqu-bench-'));
for (const part of ['product', 'projector', 'door', 'list', 'rebuild']) mkdirSync(join(data, part));
const product = await startServices(ROOT, join(data, 'product'), ['postgres']);
const projector = await startServices(ROOT, join(data, 'projector'), ['postgres']);
const door = await startServices(ROOT, join(data, 'door'), ['postgres']);
const list = await startServices(ROOT, join(data, 'list'), ['postgres']);
const rebuild = await startServices(ROOT, join(data, 'rebuild'), ['postgres']);
const supervisor = new Supervisor({ root: ROOT, node: pinnedNode(), logs: data, say: (line) => process.stdout.write(`${line}\n`) });
const port = String(await freePort());
const url = product.services.postgres.url;
const env = embeddedEnvironment(data, url, port);

/** The door alone, as in the stack: on its own log, with nobody reading behind it. */
async function openDoor() {
  const doorPort = String(await freePort());
  const { NODE_OPTIONS: _, ...doorEnv } = embeddedEnvironment(data, door.services.postgres.url, doorPort);
  await supervisor.run('migrate', doorEnv);
  await supervisor.keep('ingest-gateway', 'ingest-gateway', doorEnv);
  return `http://127.0.0.1:${doorPort}`;
}

/** console-api alone, on the database of the many cadres; where it forwards to is never asked. */
async function openConsole() {
  const consolePort = String(await freePort());
  const address = `http://127.0.0.1:${consolePort}`;
  const apps = ['INGEST_GATEWAY', 'SIGNAL_RESOLVER', 'RISK_PROJECTOR', 'INQUIRY_WORKFLOW', 'ALERT_DISPATCHER'];
  const forwarded = Object.fromEntries(apps.map((app) => [`LIUQU_${app}_URL`, address]));
  const consoleEnv = { ...embeddedEnvironment(data, list.services.postgres.url, consolePort), ...forwarded };
  await supervisor.run('migrate', consoleEnv);
  await supervisor.keep('console-api', 'console-api', consoleEnv);
  return address;
}

async function measure() {
  await supervisor.run('migrate', env);
  await supervisor.keep('all-in-one', 'all-in-one', env);
  const readyAt = Date.now();
  await supervisor.run('cli', {}, ['demo', '--url', `http://127.0.0.1:${port}`]);
  const demoSeconds = (Date.now() - readyAt) / 1000;
  const child = spawn(pinnedNode(), [join(ROOT, 'dist/test/bench/main.js')], {
    cwd: ROOT,
    env: {
      ...process.env,
      LIUQU_DATABASE_URL: projector.services.postgres.url,
      LIUQU_BENCH_URL: `http://127.0.0.1:${port}`,
      LIUQU_BENCH_DATABASE_URL: url,
      LIUQU_BENCH_DOOR_URL: await openDoor(),
      LIUQU_BENCH_DOOR_DATABASE_URL: door.services.postgres.url,
      LIUQU_BENCH_LIST_URL: await openConsole(),
      LIUQU_BENCH_LIST_DATABASE_URL: list.services.postgres.url,
      LIUQU_BENCH_REBUILD_DATABASE_URL: rebuild.services.postgres.url,
      LIUQU_BENCH_PIDS: [supervisor.pidOf('all-in-one'), product.services.postgres.pid].join(','),
      LIUQU_BENCH_READY_AT: String(readyAt),
      LIUQU_BENCH_DEMO_SECONDS: String(demoSeconds),
    },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

try {
  process.exitCode = await measure();
} finally {
  await supervisor.stop();
  await Promise.all([product.stop(), projector.stop(), door.stop(), list.stop(), rebuild.stop()]);
  rmSync(data, { recursive: true, force: true });
}
