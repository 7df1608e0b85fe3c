/** One Apache Kafka broker from Maven artifacts: KRaft, loopback only, no topic that nobody made. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, canRun, freePort, run, spawnServer, waitUntilReady } from './process.mjs';

const POM = fileURLToPath(new URL('../kafka/pom.xml', import.meta.url));
const CACHE = cacheFolder('kafka-4.4.0');
const LIB = join(CACHE, 'lib');
/** Classes already parsed: with it the broker answers in about a second instead of four. Written when a broker ends for the first time. */
const ARCHIVE = join(CACHE, 'kafka.jsa');
const ENVIRONMENT = { ...process.env, LC_ALL: 'C.UTF-8' };
/** What Java answers to SIGTERM. */
const ENDED_IN_ORDER = 'ended with 143';
const QUIET = [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-Xlog:cds=off',
  '-Xlog:cds+dynamic=off',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
];

export async function startKafka({ data, port, onSpawn }) {
  requireJava();
  if (!existsSync(LIB)) await fetchBroker();
  const folder = join(data, 'kafka');
  mkdirSync(folder, { recursive: true });
  const onPort = port ?? (await freePort());
  writeFileSync(join(folder, 'server.properties'), properties(onPort, await freePort()));
  const inFolder = { cwd: folder, env: ENVIRONMENT };
  if (!existsSync(join(folder, 'logs', 'meta.properties'))) {
    const format = ['kafka.tools.StorageTool', 'format', '-t', 'AAAAAAAAAAAAAAAAAAAAAQ', '-c', 'server.properties'];
    await run('java', [...QUIET, '-cp', `${LIB}/*`, ...format], inFolder);
  }
  const archive = chooseArchive();
  const args = ['-Xms256m', '-Xmx256m', ...QUIET, archive.flag, '-cp', `${LIB}/*`, 'kafka.Kafka', 'server.properties'];
  const server = spawnServer({ command: 'java', args, logFile: join(data, 'kafka.log'), onSpawn, ...inFolder });
  void server.exited.then(() => archive.keep(server.why));
  await waitUntilReady(server, () => answersAdminCalls(onPort), 60_000);
  return Object.assign(server, { port: onPort, url: `kafka://127.0.0.1:${onPort}` });
}

function requireJava() {
  const said = spawnSync('java', ['-version'], { encoding: 'utf8', timeout: 20_000 });
  const major = Number(/version "(\d+)/.exec(said.stderr ?? '')?.[1] ?? 0);
  if (major < 17)
    throw new Error(major === 0 ? 'no Java on PATH (17 or newer is needed)' : `Java ${major} is too old (17 or newer is needed)`);
}

async function fetchBroker() {
  if (!canRun('mvn', ['-v'])) throw new Error('the broker is not in the cache, and no mvn is on PATH to fetch it');
  mkdirSync(dirname(LIB), { recursive: true });
  const temporary = mkdtempSync(join(CACHE, 'fetch-'));
  try {
    const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(temporary, 'lib')}`];
    await run('mvn', ['-B', '-q', '-f', POM, ...copy], { timeoutMs: 300_000 });
    if (!existsSync(LIB)) renameSync(join(temporary, 'lib'), LIB);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Uses the archive, or lets this broker write one when it ends in order; only a whole one is put in place. */
function chooseArchive() {
  if (existsSync(ARCHIVE)) return { flag: `-XX:SharedArchiveFile=${ARCHIVE}`, keep() {} };
  const fresh = `${ARCHIVE}.${process.pid}`;
  return {
    flag: `-XX:ArchiveClassesAtExit=${fresh}`,
    keep(why) {
      if (why === ENDED_IN_ORDER && existsSync(fresh)) renameSync(fresh, ARCHIVE);
      else rmSync(fresh, { force: true });
    },
  };
}

/** An open port is not readiness: a cold broker refuses group calls until its coordinator is loaded. */
async function answersAdminCalls(port) {
  const { Kafka, logLevel } = createRequire(import.meta.url)('kafkajs');
  const retry = { retries: 5, initialRetryTime: 50, maxRetryTime: 500 };
  const kafka = new Kafka({
    brokers: [`127.0.0.1:${port}`],
    clientId: 'readiness',
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1_000,
    retry,
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.fetchOffsets({ groupId: 'readiness' });
  } finally {
    await admin.disconnect();
  }
}

function properties(port, controllerPort) {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': 'logs',
    'auto.create.topics.enable': false,
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'controlled.shutdown.enable': true,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'log.cleaner.dedupe.buffer.size': 8388608,
    'log.segment.bytes': 67108864,
    'log.index.size.max.bytes': 1048576,
    'broker.session.timeout.ms': 9000,
    'broker.heartbeat.interval.ms': 500,
    'controller.quorum.election.timeout.ms': 500,
    'controller.quorum.fetch.timeout.ms': 1000,
    'replica.lag.time.max.ms': 5000,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
