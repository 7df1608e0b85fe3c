/** `npm run bench`: builds, starts fresh services, measures, stops. Figures are ratios to a limit of the same run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled, pinnedNode, ROOT } from './install.mjs';
import { startServices } from './services-child.mjs';

ensureInstalled();
ensureBuilt(ROOT);
const data = mkdtempSync(join(tmpdir(), 'liuqu-bench-'));
const services = await startServices(ROOT, data, ['postgres']);
const child = spawn(pinnedNode(), [join(ROOT, 'dist/test/bench/main.js'), ...process.argv.slice(2)], {
  cwd: ROOT,
  env: { ...process.env, LIUQU_DATABASE_URL: services.services.postgres.url },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
await services.stop();
rmSync(data, { recursive: true, force: true });
