/**
 * Every suite, on a fresh clone too:  npm test [-- --no-build] [jest's own arguments]
 *
 * Installs what is missing, builds when the end-to-end suite runs (unless --no-build), starts PostgreSQL, Redis and Kafka once
 * for all specs that want them, and runs jest. What cannot be had is skipped loudly; with CI=true that fails the run.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureInstalled, pinnedNode, ROOT } from './install.mjs';

const PROJECTS = ['unit', 'architecture', 'int', 'e2e'];
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
  return {
    projects: projects.length > 0 ? projects.filter((arg) => PROJECTS.includes(arg)) : PROJECTS,
    others: others.filter((arg) => arg !== '--no-build'),
    build: !args.includes('--no-build'),
  };
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

async function runWithServices(wanted) {
  const data = mkdtempSync(join(tmpdir(), 'liuqu-test-'));
  try {
    const services = await startServices(data);
    const code = await runJest(wanted, { LIUQU_TEST_SERVICES: services.addresses });
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
  return wanted.projects.some((name) => NEED_SERVICES.includes(name)) ? runWithServices(wanted) : runJest(wanted, {});
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => running.forEach((child) => child.kill(signal)));
process.exitCode = await main();
