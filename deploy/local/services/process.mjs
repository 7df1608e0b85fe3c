/** What every local service needs: a free port, a process in its own group, a bounded wait, a bounded stop, a list of what is running. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A folder that outlives a checkout: downloaded brokers and their class-data archives. */
export function cacheFolder(name) {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'liuqu', name);
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @throws when nobody may listen on the port, in one sentence that says what to do */
export async function requireFree(port) {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve)).catch((error) => {
    const why = error.code === 'EADDRINUSE' ? 'is taken by another program: end that one, or' : `cannot be used (${error.code}):`;
    throw new Error(`Port ${port} of 127.0.0.1 ${why} choose another first port with LIUQU_PORT.`);
  });
  await new Promise((resolve) => server.close(resolve));
}

/** Whether a program answers when it is called; used to say what is missing before anything is started. */
export function canRun(command, args) {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** Runs a program to its end; a failure carries the last lines of what it printed. */
export async function run(command, args, { timeoutMs = 60_000, ...options } = {}) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-2_000)));
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${command} ended with ${code ?? 'a time-out'}: ${output.trim()}`);
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in a terminal reaches only us and we stop it in order.
 * `onSpawn` learns of it at once, before it is ready; `stop` sends its signal, waits, and kills what is still there.
 */
export function spawnServer({ command, args, logFile, onSpawn, stopSignal = 'SIGTERM', ...options }) {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  const server = { pid: child.pid, stopSignal, running: true, why: '', logFile };
  server.exited = new Promise((resolve) => {
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(`ended with ${signal ?? code}`));
    function end(why) {
      Object.assign(server, { running: false, why });
      resolve();
    }
  });
  server.stop = (waitMs = 15_000) => stopProcess(server.pid, () => server.running, stopSignal, waitMs);
  if (server.pid) onSpawn(server);
  return server;
}

async function stopProcess(pid, isRunning, signal, waitMs) {
  for (const [sent, patience] of [
    [signal, waitMs],
    ['SIGKILL', 5_000],
  ]) {
    if (!isRunning()) return;
    send(pid, sent);
    for (const until = Date.now() + patience; isRunning() && Date.now() < until;) await sleep(20);
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Repeats `answers` until it succeeds; gives up when the server ends or after `timeoutMs`. */
export async function waitUntilReady(server, answers, timeoutMs) {
  const until = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await answers();
    } catch (error) {
      if (server.running && Date.now() < until) await sleep(50);
      else {
        await server.stop();
        throw new Error(`it ${server.why || 'did not answer'} (${error.message}): ${lastLines(server.logFile)}`, { cause: error });
      }
    }
  }
}

function lastLines(file) {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' | ').slice(-600);
}

/** When a process began, in the system's own words: a pid alone may since belong to somebody else. Empty when it is gone. */
function began(pid) {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync('/proc/self/stat'))
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  try {
    const fields = readFileSync(stat, 'utf8').split(') ').at(-1).split(' ');
    return fields[0] === 'Z' ? '' : fields[19];
  } catch {
    return '';
  }
}

/** Remembers who runs on this data folder. */
export function writeRunning(file, processes) {
  writeFileSync(`${file}.new`, JSON.stringify(processes.map(({ pid, stopSignal }) => ({ pid, began: began(pid), stopSignal }))));
  renameSync(`${file}.new`, file);
}

/** Stops what an earlier run left on this data folder, its own process first so that it cannot start anything again. */
export async function stopEarlierRun(file) {
  if (!existsSync(file)) return;
  for (const { pid, began: then, stopSignal } of JSON.parse(readFileSync(file, 'utf8'))) {
    await stopProcess(pid, () => then !== '' && began(pid) === then, stopSignal ?? 'SIGTERM', 10_000);
  }
  rmSync(file, { force: true });
}
