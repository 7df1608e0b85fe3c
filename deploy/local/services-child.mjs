/** Starts the services as a child that ends with us, and answers their addresses; `onChange` hears them again when one was replaced. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const READY_WITHIN_MS = 180_000;

export async function startServices(root, data, names, onChange) {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=TimeoutNegativeWarning',
      join(root, 'deploy/local/services.mjs'),
      '--data',
      data,
      '--only',
      names.join(','),
      '--tied',
      '--keep',
    ],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  const late = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MS);
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the services ended with ${code}`)));
  });
  clearTimeout(late);
  const { missing, ...services } = JSON.parse(line);
  lines.on('line', (again) => onChange?.(JSON.parse(again)));
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await gone;
  };
  if (missing.length === 0) return { services, stop };
  await stop();
  throw new Error(missing.map(({ service, why }) => `${service} is missing: ${why}`).join('\n'));
}
