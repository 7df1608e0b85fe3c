import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Feeds the demo county once into the product on this data folder. Its day is written down before anything is sent, so that a feed
 * that was broken off goes on with the same events at the next start. What goes wrong is told, and the product runs on without it.
 */
export async function feedDemoOnce({ supervisor, data, address, say }) {
  const done = join(data, 'demo-is-in');
  if (process.env.LIUQU_DEMO_FEED === 'false' || existsSync(done)) return;
  try {
    const size = process.env.LIUQU_DEMO_CADRES ? ['--cadres', process.env.LIUQU_DEMO_CADRES] : [];
    await supervisor.run('cli', {}, ['demo', '--url', address, '--today', dayOfDemo(data), ...size], ['ignore', 'inherit', 'inherit']);
    writeFileSync(done, new Date().toISOString());
  } catch {
    if (!supervisor.stopping)
      say('Warning: the demo county is not in, or not all of it. Everything else runs; the next start goes on with it.');
  }
}

function dayOfDemo(data) {
  const file = join(data, 'demo-day');
  if (!existsSync(file)) {
    const inShanghai = new Date(Date.now() + 8 * 3_600_000);
    writeFileSync(file, inShanghai.toISOString().slice(0, 10));
  }
  return readFileSync(file, 'utf8');
}
