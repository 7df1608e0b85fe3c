/**
 * Every suite, on a fresh clone too:  npm test [-- --no-build] [jest's own arguments]
 *
 * Installs what is missing, builds when the end-to-end suite runs (unless --no-build), runs the console's own tests, starts
 * PostgreSQL, Redis and Kafka once for all specs that want them, and runs jest, which closes with the sum of both. What cannot be
 * had is skipped loudly; with CI=true that fails the run.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureInstalled, pinnedNode, ROOT } from './install.mjs';

/** The console is built by Vite, so its tests run on Vitest; the others are jest's projects. */
const CONSOLE = 'console';
const PROJECTS = ['unit', 'architecture', 'int', 'e2e', CONSOLE];
const NEED_SERVICES = ['int', 'e2e'];
/** Long enough to download a broker; otherwise they are ready in seconds. */
const SERVICES_READY_MS = 600_000;
const NODE_FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];

const running = new Set();

/** A child that gets the signals we get, once; resolves with its exit code. */
function start(command, args, options) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  running.add(child);
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', (code) => resolve(code ?? 1)));
  void ended.finally(() => running.delete(child)).catch(() => {});
  return { child, ended };
}

/** Project names are taken out of jest's list option, which would otherwise swallow the paths that follow them. */
function read(args) {
  const projects = [];
  const others = [];
  let inList = false;
  for (const arg of args) {
    inList = arg === '--selectProjects' || (inList && PROJECTS.includes(arg));
    if (inList) projects.push(arg);
    else others.push(arg);
  }
  const wanted = projects.length > 0 ? projects.filter((arg) => PROJECTS.includes(arg)) : PROJECTS;
  const jestArgs = others.filter((arg) => arg !== '--no-build');
  return {
    projects: wanted.filter((name) => name !== CONSOLE),
    others: jestArgs,
    // Paths and patterns that are jest's own say nothing about the console.
    console: projects.includes(CONSOLE) || (projects.length === 0 && jestArgs.length === 0),
    build: !args.includes('--no-build'),
  };
}

/** The console's tests, counted as in the closing line; whatever ends without a count is one failure. */
async function runConsole() {
  const folder = mkdtempSync(join(tmpdir(), 'liuqu-console-'));
  const file = join(folder, 'counts.json');
  const vitest = [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  try {
    const code = await start(pinnedNode(), vitest, { cwd: join(ROOT, 'apps/web-console') }).ended;
    const told = JSON.parse(readFileSync(file, 'utf8'));
    const broken = told.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
    const failed = told.numFailedTests + broken;
    return {
      passed: told.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: told.numPendingTests + told.numTodoTests,
    };
  } catch (error) {
    console.error(`the console's tests ended without a count: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServices(data) {
  const script = [...NODE_FLAGS, 'deploy/local/services.mjs', '--data', data, '--tied'];
  const { child, ended } = start(pinnedNode(), script, { stdio: ['pipe', 'pipe', 'inherit'] });
  const timer = setTimeout(() => child.kill('SIGTERM'), SERVICES_READY_MS);
  const ready = new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const addresses = await Promise.race([ready, ended.then((code) => Promise.reject(new Error(`the services ended with ${code}`)))]);
  clearTimeout(timer);
  for (const { service, why } of JSON.parse(addresses).missing) console.warn(`\n${service} is missing, its tests are skipped: ${why}\n`);
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  return { addresses, stop };
}

async function runJest({ projects, others }, env) {
  const jest = ['node_modules/jest/bin/jest.js', '--maxWorkers=2', ...others, '--selectProjects', ...projects];
  return start(pinnedNode(), [...NODE_FLAGS, ...jest], { env: { ...process.env, ...env } }).ended;
}

async function runWithServices(wanted, env) {
  const data = mkdtempSync(join(tmpdir(), 'liuqu-test-'));
  try {
    const services = await startServices(data);
    const code = await runJest(wanted, { ...env, LIUQU_TEST_SERVICES: services.addresses });
    await services.stop();
    return code;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function main() {
  const wanted = read(process.argv.slice(2));
  ensureInstalled();
  if (wanted.build && wanted.projects.includes('e2e')) {
    const code = await start('npm', ['run', 'build'], { shell: process.platform === 'win32' }).ended;
    if (code !== 0) return code;
  }
  const counted = wanted.console ? await runConsole() : { passed: 0, failed: 0, skipped: 0 };
  const tooFew = counted.failed > 0 || (process.env.CI === 'true' && counted.skipped > 0);
  if (wanted.projects.length === 0) {
    console.log(`\n${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`);
    return tooFew ? 1 : 0;
  }
  const env = { LIUQU_TESTS_COUNTED: JSON.stringify(counted) };
  const needsServices = wanted.projects.some((name) => NEED_SERVICES.includes(name));
  const code = await (needsServices ? runWithServices(wanted, env) : runJest(wanted, env));
  return code === 0 && tooFew ? 1 : code;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => running.forEach((child) => child.kill(signal)));
process.exitCode = await main();
