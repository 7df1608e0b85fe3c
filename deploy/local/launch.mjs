/**
 * First half of `npm start` and `npm run stack`: any Node from 20 on installs and builds what is missing, then the Node that
 * the project pins goes on. Signals are passed on once; the exit code is the child's.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled, pinnedNode, ROOT } from './install.mjs';

export function launch(script) {
  ensureInstalled();
  ensureBuilt(ROOT);
  // A group of its own: Ctrl-C in a terminal reaches us, and the child once, through us.
  const child = spawn(pinnedNode(), [join(ROOT, 'deploy/local', script)], { cwd: ROOT, stdio: 'inherit', detached: true });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
