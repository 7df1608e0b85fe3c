/** Builds when something that is built from has changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const SOURCES = ['apps', 'libs', 'package-lock.json', 'tsconfig.json', 'nest-cli.json', '.swcrc'];
const LEFT_OUT = new Set(['node_modules', 'dist']);

function* filesOf(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return void (yield path);
  for (const entry of readdirSync(path).toSorted()) if (!LEFT_OUT.has(entry)) yield* filesOf(join(path, entry));
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(join(root, source)))
      hash.update(`${file.slice(root.length)} ${statSync(file).mtimeMs} ${statSync(file).size}\n`);
  }
  return hash.digest('hex');
}

/** Compiles apps, libs and the console into `dist` and `apps/web-console/dist`, unless they are as new as their sources. */
export function ensureBuilt(root) {
  const stamp = join(root, 'dist', '.built-from');
  const now = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  process.stdout.write('building …\n');
  const { status } = spawnSync('npm', ['run', '--silent', 'compile'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('the build failed');
  writeFileSync(stamp, now);
}
