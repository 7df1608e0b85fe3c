/** Runs Liuqu's own processes: waits until each is ready, restarts one that crashed with the reason, stops all in order. */
import { spawn } from 'node:child_process';
import { createWriteStream, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireFree, stopEarlierRun, writeRunning } from './services/process.mjs';

const READY_WITHIN_MS = 60_000;
/** Longer than the steps of a process's own stop together: it is killed only when it hangs. */
const STOP_WITHIN_MS = 30_000;
const RESTART_PAUSE_MS = 1_000;
/** kafkajs sets timers to moments that have passed; that says nothing to an operator. */
const NODE_FLAGS = ['--enable-source-maps', '--disable-warning=TimeoutNegativeWarning'];

export class Supervisor {
  #children = new Map();
  /** What runs to its own end. */
  #passing = new Set();
  #stopping = false;
  #told = () => {};
  #servicePids = {};

  constructor({ root, node = process.execPath, logs, say }) {
    this.root = root;
    this.node = node;
    this.logs = logs;
    this.say = say;
    this.runningFile = join(logs, 'apps.json');
  }

  get stopping() {
    return this.#stopping;
  }

  /** Ends what an earlier run that was killed left on this data folder. @throws when one of the ports belongs to somebody else */
  async takeOver(ports) {
    await stopEarlierRun(this.runningFile);
    for (const port of ports) await requireFree(port);
    this.#remember();
  }

  /** Runs a program of `dist/apps` to its end; `stop` ends it too. */
  async run(app, env, args = [], stdio = undefined) {
    const { child, log } = this.#spawn(app, app, env, args, stdio);
    this.#passing.add(child);
    this.#remember();
    const code = await new Promise((resolve) => child.once('close', resolve));
    this.#passing.delete(child);
    log?.end();
    if (code !== 0) throw new Error(`${app} ended with ${code}; see ${join(this.logs, `${app}.log`)}`);
  }

  /** Keeps an app running until `stop`; resolves when it is ready for the first time. */
  async keep(name, app, env) {
    this.#start(name, app, env);
    await this.#untilReady(name, env.LIUQU_PORT);
  }

  pidOf(name) {
    return this.#children.get(name)?.pid;
  }

  /** The services under the apps, as they are now. */
  servicesAre(services) {
    this.#servicePids = Object.fromEntries(Object.entries(services).flatMap(([name, { pid }]) => (pid ? [[name, pid]] : [])));
    this.#told();
  }

  /** Writes where everything is, and again whenever a process is replaced; readable by its owner alone. */
  tell(file, addresses) {
    this.#told = () => {
      const pids = Object.fromEntries([...this.#children].map(([name, child]) => [name, child.pid]));
      writeFileSync(`${file}.new`, JSON.stringify({ ...addresses, pids: { ...this.#servicePids, ...pids } }), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    };
    this.#told();
  }

  async stop() {
    this.#stopping = true;
    await Promise.all([...this.#children.values(), ...this.#passing].map((child) => stopChild(child)));
    rmSync(this.runningFile, { force: true });
  }

  #remember() {
    writeRunning(this.runningFile, [process, ...this.#children.values(), ...this.#passing]);
  }

  #start(name, app, env) {
    const { child, log } = this.#spawn(name, app, env);
    this.#children.set(name, child);
    this.#remember();
    this.#told();
    child.once('exit', (code, signal) => {
      log.end();
      if (this.#stopping) return;
      this.say(`${name} ended with ${signal ?? code}; starting it again (log: ${join(this.logs, `${name}.log`)})`);
      setTimeout(() => !this.#stopping && this.#start(name, app, env), RESTART_PAUSE_MS);
    });
  }

  #spawn(name, app, env, args = [], stdio = undefined) {
    if (this.#stopping) throw new Error(`${name} is not started any more`);
    const log = stdio ? undefined : createWriteStream(join(this.logs, `${name}.log`), { flags: 'a' });
    const child = spawn(this.node, [...NODE_FLAGS, join(this.root, 'dist/apps', app, 'src/main.js'), ...args], {
      cwd: this.root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'Asia/Shanghai', KAFKAJS_NO_PARTITIONER_WARNING: '1', ...env },
      stdio: stdio ?? ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in a terminal reaches us alone, and we stop in order.
      detached: true,
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    return { child, log };
  }

  async #untilReady(name, port) {
    for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await sleep(50)) {
      if (this.#stopping) return;
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (answer?.ok) return;
    }
    throw new Error(`${name} was not ready within ${READY_WITHIN_MS / 1000} s; see ${join(this.logs, `${name}.log`)}`);
  }
}

async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(late);
}
