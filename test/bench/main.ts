import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { loadConfig } from '#platform/config/load-config';
import { BACKTEST_BAR_SECONDS, benchBacktest } from './backtest/backtest.bench';
import { benchCadreList, type CadreList } from './cadre-list/cadre-list.bench';
import { ADDED_BAR_MS } from './cadre-list/list-latency.bench';
import { benchDoor } from './door/door.bench';
import { benchExplanation, EXPLANATION_BAR_MS } from './explanation/explanation.bench';
import { type Figure, medianOf } from './in-turns';
import { measureLatency } from './latency/latency.bench';
import { proportionalMegabytes } from './memory/memory.bench';
import { admitAgency, settleIn } from './office';
import { benchCatalogue } from './projector/catalogue.bench';
import { benchProjector } from './projector/projector.bench';
import { benchRebuild, type Rebuilt, STRAIGHTNESS_BAR } from './rebuild/rebuild.bench';

const benchConfig = z.object({
  /** Of an empty database, for the projector alone. */
  LIUQU_DATABASE_URL: z.url(),
  /** Of the running product. */
  LIUQU_BENCH_URL: z.url(),
  LIUQU_BENCH_DATABASE_URL: z.url(),
  /** Of a door alone, nobody reading behind it. */
  LIUQU_BENCH_DOOR_URL: z.url(),
  LIUQU_BENCH_DOOR_DATABASE_URL: z.url(),
  /** Of console-api alone, on an empty database. */
  LIUQU_BENCH_LIST_URL: z.url(),
  LIUQU_BENCH_LIST_DATABASE_URL: z.url(),
  /** Of an empty database, for a log of its own and the two slots. */
  LIUQU_BENCH_REBUILD_DATABASE_URL: z.url(),
  LIUQU_BENCH_PIDS: z.string().transform((text) => text.split(',').map(Number)),
  LIUQU_BENCH_READY_AT: z.coerce.number(),
  /** What `liuqu demo` took. */
  LIUQU_BENCH_DEMO_SECONDS: z.coerce.number(),
});

const MEMORY_BAR_MB = 400;
const MEMORY_AFTER_MS = 60_000;
const DEMO_BAR_SECONDS = 60;

const rounded = (value: number): string => Math.round(value).toLocaleString('en-US');
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const ratiosOf = ({ name, ours, limit, ratios }: Figure): string =>
  `${name}\n  ours ${rounded(ours)}/s · limit ${rounded(limit)}/s · ratio ${medianOf(ratios).toFixed(2)} ` +
  `(${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;

function tell(figure: Figure): boolean {
  const holds = medianOf(figure.ratios) >= figure.bar;
  say(`${ratiosOf(figure)} · bar ${figure.bar} ${holds ? 'holds' : 'MISSED'}`);
  return holds;
}

function tellList({ latency, scope }: CadreList): boolean {
  const bar = latency.sql + ADDED_BAR_MS;
  const holds = latency.console <= bar;
  say(
    `list of 100,000 cadres through console-api at 20/s: p99 ${latency.console.toFixed(1)} ms, its SQL alone ${latency.sql.toFixed(1)} ms ` +
      `(${latency.requests} requests) · bar ${bar.toFixed(1)} ms ${holds ? 'holds' : 'MISSED'}`,
  );
  say(`${ratiosOf(scope.told)} · no bar`);
  return [...scope.held.map(tell), holds].every(Boolean);
}

function tellRebuild({ rate, read, folded, times, straightness }: Rebuilt): boolean {
  const isFast = tell(rate);
  say(`  reading alone ${rounded(read)}/s · folding alone ${rounded(folded)}/s`);
  const holds = straightness >= STRAIGHTNESS_BAR;
  const told = [...times].map(([length, seconds]) => `${rounded(length)} ${seconds.toFixed(1)} s`).join(', ');
  say(`rebuild by length of the log: ${told} · r² ${straightness.toFixed(4)} · bar ${STRAIGHTNESS_BAR} ${holds ? 'holds' : 'MISSED'}`);
  return isFast && holds;
}

function tellExplanation(): boolean {
  const { p50, p99, limitP50, limitP99, explanations } = benchExplanation();
  const holds = p99 <= EXPLANATION_BAR_MS;
  say(
    `explanation of a cadre with 2,000 signals: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; its ledger parsed and folded once ` +
      `p50 ${limitP50.toFixed(1)} ms, p99 ${limitP99.toFixed(1)} ms (${explanations} explanations) · bar ${EXPLANATION_BAR_MS} ms ${holds ? 'holds' : 'MISSED'}`,
  );
  return holds;
}

async function tellBacktest(url: string): Promise<boolean> {
  const { seconds, subjects } = await benchBacktest(url);
  const holds = seconds <= BACKTEST_BAR_SECONDS;
  say(
    `backtest of the demo county, ${rounded(subjects)} subjects, from the request to the result: ${seconds.toFixed(1)} s · ` +
      `bar ${BACKTEST_BAR_SECONDS} s ${holds ? 'holds' : 'MISSED'}`,
  );
  return holds;
}

/** `npm run bench`: figures as ratios to a limit measured in the same run on this machine; exit code 1 when a bar is missed. */
async function main(): Promise<void> {
  say(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`);
  const config = loadConfig(benchConfig, process.env);
  const demoSeconds = config.LIUQU_BENCH_DEMO_SECONDS;
  say(`demo county from the first request to its readings and decided candidates: ${demoSeconds.toFixed(1)} s · bar ${DEMO_BAR_SECONDS} s`);
  await sleep(Math.max(0, config.LIUQU_BENCH_READY_AT + MEMORY_AFTER_MS - Date.now()));
  const megabytes = proportionalMegabytes(config.LIUQU_BENCH_PIDS);
  say(`memory of all-in-one with PostgreSQL, demo loaded, 60 s after ready: ${rounded(megabytes)} MB PSS · bar ${MEMORY_BAR_MB} MB`);
  // Before the others fill the heap of this process: whoever waits for the collector of their garbage does not wait for an explanation.
  const explanation = tellExplanation();
  const backtest = await tellBacktest(config.LIUQU_BENCH_URL);
  const key = await settleIn(config.LIUQU_BENCH_URL);
  const latency = await measureLatency(config.LIUQU_BENCH_URL, key, config.LIUQU_BENCH_DATABASE_URL);
  say(
    `POST to visible reading at 200/s: p50 ${latency.p50.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms (${rounded(latency.events)} events)`,
  );
  const doorKey = await admitAgency(config.LIUQU_BENCH_DOOR_URL);
  const door = await benchDoor(config.LIUQU_BENCH_DOOR_URL, doorKey, config.LIUQU_BENCH_DOOR_DATABASE_URL);
  const projector = await benchProjector(config.LIUQU_DATABASE_URL);
  const held = [door, projector, await benchCatalogue(config.LIUQU_DATABASE_URL)].map(tell);
  const list = tellList(await benchCadreList(config.LIUQU_BENCH_LIST_URL, config.LIUQU_BENCH_LIST_DATABASE_URL));
  const rebuild = tellRebuild(await benchRebuild(config.LIUQU_BENCH_REBUILD_DATABASE_URL));
  const holds = held.every(Boolean) && explanation && backtest && list && rebuild;
  process.exitCode = holds && megabytes <= MEMORY_BAR_MB && demoSeconds <= DEMO_BAR_SECONDS ? 0 : 1;
}

void main();
