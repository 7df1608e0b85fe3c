/**
 * PostgreSQL, Redis and Kafka on this machine without containers.
 *
 *   node deploy/local/services.mjs --data DIR [--only postgres,redis,kafka] [--postgres-port N] [--redis-port N] [--kafka-port N] [--tied] [--keep]
 *
 * Prints one line of JSON when all that can be had is ready: {"postgres":{"url","pid"},…,"missing":[{"service","why"}]}.
 * Runs until SIGTERM or SIGINT, or, when tied, until its standard input closes. When tied it also takes the line
 * "restart NAME" there, starts that service again on its data and address, and prints the line anew. With --keep a service
 * that ends by itself is started again likewise.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startKafka } from './services/kafka.mjs';
import { startPostgres } from './services/postgres.mjs';
import { stopEarlierRun, writeRunning } from './services/process.mjs';
import { startRedis } from './services/redis.mjs';

const STARTERS = { postgres: startPostgres, redis: startRedis, kafka: startKafka };
const { values: given } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string', default: Object.keys(STARTERS).join() },
    tied: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    ...Object.fromEntries(Object.keys(STARTERS).map((name) => [`${name}-port`, { type: 'string' }])),
  },
});
if (!given.data) throw new Error('say where the data shall live: --data DIR');
const data = resolve(given.data);
const runningFile = join(data, 'running.json');
const running = new Map();
const missing = new Map();
const processes = new Map([['services', process]]);
let stopping;

async function start(name, port) {
  try {
    const server = await STARTERS[name]({ data, port, onSpawn: (spawned) => remember(name, spawned) });
    running.set(name, server);
    missing.delete(name);
    if (given.keep) void server.exited.then(() => running.get(name) === server && revive(name));
  } catch (error) {
    running.delete(name);
    missing.set(name, error.message);
  }
}

function remember(name, server) {
  processes.set(name, server);
  writeRunning(runningFile, [...processes.values()]);
  if (stopping) void server.stop();
}

/** Starts a service that ended by itself again, on its data and address; tries until it stands. */
async function revive(name) {
  const server = running.get(name);
  for (let tries = 0; !stopping && tries < 20 && !running.get(name)?.running; tries += 1) {
    process.stderr.write(`${name} ${server.why}; starting it again\n`);
    await sleep(500);
    await start(name, server.port);
  }
  if (!stopping) report();
}

async function restart(name) {
  const server = running.get(name);
  running.delete(name);
  await server.stop();
  await start(name, server.port);
  report();
}

function report() {
  const addresses = Object.fromEntries([...running].map(([name, { url, pid }]) => [name, { url, pid }]));
  process.stdout.write(`${JSON.stringify({ ...addresses, missing: [...missing].map(([service, why]) => ({ service, why })) })}\n`);
}

async function stopAll() {
  await Promise.all([...processes.values()].map((server) => server.stop?.()));
  rmSync(runningFile, { force: true });
  process.exit(0);
}

function stopOnce() {
  stopping ??= stopAll();
}

process.on('SIGTERM', stopOnce);
process.on('SIGINT', stopOnce);
mkdirSync(data, { recursive: true });
await stopEarlierRun(runningFile);
writeRunning(runningFile, [process]);
if (given.tied) {
  const lines = createInterface({ input: process.stdin });
  lines.on('close', stopOnce);
  lines.on('line', (line) => void restart(line.replace('restart ', '')));
}
await Promise.all(given.only.split(',').map((name) => start(name, given[`${name}-port`] && Number(given[`${name}-port`]))));
report();
if (!given.tied) setInterval(() => {}, 1 << 30);
