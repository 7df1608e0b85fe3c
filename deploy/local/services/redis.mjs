/** A Redis that loses nothing it acknowledged: the one on PATH, else the one inside a Maven artifact. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { cacheFolder, canRun, freePort, run, spawnServer, waitUntilReady } from './process.mjs';

const ARTIFACT = 'com.github.codemonstur:embedded-redis:1.4.3';
const BINARY = {
  'linux-x64': 'redis-server-6.2.6-v5-linux-amd64',
  'linux-arm64': 'redis-server-6.2.7-linux-arm64',
  'darwin-x64': 'redis-server-6.2.6-v5-darwin-amd64',
  'darwin-arm64': 'redis-server-6.2.6-v5-darwin-arm64',
};

export async function startRedis({ data, port, onSpawn }) {
  const folder = join(data, 'redis');
  mkdirSync(folder, { recursive: true });
  const onPort = port ?? (await freePort());
  const server = spawnServer({
    command: await findRedis(),
    args: ['--bind', '127.0.0.1', '--port', String(onPort), '--dir', folder, '--save', '', '--appendonly', 'yes'].concat([
      '--appendfsync',
      'always',
      '--maxmemory-policy',
      'noeviction',
    ]),
    logFile: join(data, 'redis.log'),
    onSpawn,
  });
  await waitUntilReady(server, () => ping(onPort), 20_000);
  return Object.assign(server, { port: onPort, url: `redis://127.0.0.1:${onPort}` });
}

async function findRedis() {
  if (canRun('redis-server', ['--version'])) return 'redis-server';
  const name = BINARY[`${process.platform}-${process.arch}`];
  if (!name) throw new Error('no redis-server on PATH, and no packaged one for this system');
  const binary = join(cacheFolder('redis'), name);
  if (!existsSync(binary)) await fetchRedis(name, binary);
  return binary;
}

async function fetchRedis(name, binary) {
  if (!canRun('mvn', ['-v'])) throw new Error('neither redis-server nor mvn is on PATH');
  mkdirSync(dirname(binary), { recursive: true });
  const temporary = mkdtempSync(join(dirname(binary), 'fetch-'));
  try {
    const unpack = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack';
    await run('mvn', ['-B', '-q', unpack, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${temporary}`], {
      cwd: temporary,
      timeoutMs: 180_000,
    });
    const path = readdirSync(temporary, { recursive: true }).find((entry) => entry.endsWith(name));
    if (!path) throw new Error(`${name} is not in ${ARTIFACT}`);
    chmodSync(join(temporary, path), 0o755);
    renameSync(join(temporary, path), binary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Resolves when the server answers PONG: it says LOADING while it still reads its append-only file. */
function ping(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      if (String(answer).startsWith('+PONG')) resolve();
      else reject(new Error(String(answer).trim()));
    });
  });
}
