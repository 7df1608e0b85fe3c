/** One measured figure: ours, the limit in the same run, and their ratio pair by pair. Units per second. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly limit: number;
  readonly ratios: readonly number[];
  readonly bar: number;
}

interface Side<T> {
  /** Not timed. */
  prepare(): T;
  run(prepared: T): Promise<void>;
}

const PAIRS = 5;

async function rateOf<T>(side: Side<T>, units: number): Promise<number> {
  const prepared = side.prepare();
  const began = process.hrtime.bigint();
  await side.run(prepared);
  return units / (Number(process.hrtime.bigint() - began) / 1e9);
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs both sides in turn, A B B A …, after a warm-up of each, so that a drift of the machine hits both. */
export async function inTurns<A, B>(what: {
  readonly name: string;
  readonly bar: number;
  readonly unitsAWindow: number;
  readonly ours: Side<A>;
  readonly limit: Side<B>;
}): Promise<Figure> {
  await rateOf(what.ours, what.unitsAWindow);
  await rateOf(what.limit, what.unitsAWindow);
  const pairs: { ours: number; limit: number }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    if (pair % 2 === 0) {
      const ours = await rateOf(what.ours, what.unitsAWindow);
      pairs.push({ ours, limit: await rateOf(what.limit, what.unitsAWindow) });
    } else {
      const limit = await rateOf(what.limit, what.unitsAWindow);
      pairs.push({ ours: await rateOf(what.ours, what.unitsAWindow), limit });
    }
  }
  return {
    name: what.name,
    bar: what.bar,
    ours: medianOf(pairs.map((pair) => pair.ours)),
    limit: medianOf(pairs.map((pair) => pair.limit)),
    ratios: pairs.map((pair) => pair.ours / pair.limit),
  };
}
