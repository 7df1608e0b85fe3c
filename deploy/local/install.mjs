/** What a fresh clone lacks. Runs on the machine's own Node, before anything is installed: Node built-ins only. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Installs the locked packages when they are missing or older than the lock file; ends the process when that fails. */
export function ensureInstalled() {
  const installed = at('node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return;
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** The Node that is pinned among the packages; on a system for which none is published, the one that runs this. */
export function pinnedNode() {
  const pinned = at(`node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`);
  return existsSync(pinned) ? pinned : process.execPath;
}
