import { cpus } from 'node:os';
import { loadConfig } from '#platform/config/load-config';
import { stackConfig } from '#assembly/stack.config';
import { type Figure, medianOf } from './in-turns';
import { benchProjector } from './projector/projector.bench';

const rounded = (value: number): string => Math.round(value).toLocaleString('en-US');

function tell({ name, ours, limit, ratios, bar }: Figure): boolean {
  const ratio = medianOf(ratios);
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  const verdict = ratio >= bar ? 'holds' : 'MISSED';
  process.stdout.write(
    `${name}\n  ours ${rounded(ours)}/s · limit ${rounded(limit)}/s · ratio ${ratio.toFixed(2)} (${spread}) · bar ${bar} ${verdict}\n`,
  );
  return ratio >= bar;
}

/** `npm run bench`: figures as ratios to a limit measured in the same run on this machine. */
async function main(): Promise<void> {
  process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}\n`);
  const config = loadConfig(stackConfig.pick({ LIUQU_DATABASE_URL: true }), process.env);
  const held = tell(await benchProjector(config.LIUQU_DATABASE_URL));
  process.exitCode = held ? 0 : 1;
}

void main();
