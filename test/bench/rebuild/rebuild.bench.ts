import { RISK_SIGNALS } from '#contracts/topics';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { RecordBatch } from '#messaging/event-log';
import { type DecodedFact, decodeFacts } from '../../../apps/risk-projector/src/project-signals/decode-facts';
import { SubjectFacts } from '../../../apps/risk-projector/src/fill-slot/subject-facts';
import { foldFacts } from '../../../apps/risk-projector/src/reading-slots/fold-facts';
import { type Figure, medianOf } from '../in-turns';
import { CountyLog } from './county-log';
import { straightness } from './straightness';

/** Of the slower of reading the log and folding in memory. */
const RATIO_BAR = 0.5;
export const STRAIGHTNESS_BAR = 0.99;
const LENGTHS = [100_000, 300_000, 1_000_000, 2_000_000, 3_000_000];
const IN_TURNS = 300_000;
const ROUNDS = 5;

export interface Rebuilt {
  /** Rebuild against the slower of the two. Events per second. */
  readonly rate: Figure;
  readonly read: number;
  readonly folded: number;
  /** Seconds by number of events. */
  readonly times: ReadonlyMap<number, number>;
  /** r² of the straight line through the times. */
  readonly straightness: number;
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - began) / 1e9;
}

/** Another slot filled from a log of so many events: how fast beside reading and folding alone, and how that grows with the log. */
export async function benchRebuild(databaseUrl: string): Promise<Rebuilt> {
  const county = await CountyLog.of(databaseUrl, LENGTHS);
  try {
    const rates = await inRounds(county);
    const times = new Map<number, number>();
    for (const length of LENGTHS) times.set(length, await secondsToFill(county, length));
    return { ...rates, times, straightness: straightness([...times]) };
  } finally {
    await county.close();
  }
}

/** The three in turn, forwards and backwards, after one round that is not counted. */
async function inRounds(county: CountyLog): Promise<Pick<Rebuilt, 'rate' | 'read' | 'folded'>> {
  const facts = await decodeAll(county);
  const sides = {
    read: async () => secondsOf(async () => readAll(county, () => undefined)),
    folded: async () => secondsOf(async () => Promise.resolve(foldAll(facts))),
    ours: async () => secondsToFill(county, IN_TURNS),
  };
  const order = ['ours', 'read', 'folded'] as const;
  const rounds: Record<keyof typeof sides, number>[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const rates = { read: 0, folded: 0, ours: 0 };
    for (const side of round % 2 === 0 ? order : order.toReversed()) rates[side] = IN_TURNS / (await sides[side]());
    if (round > 0) rounds.push(rates);
  }
  const median = (side: keyof typeof sides): number => medianOf(rounds.map((rates) => rates[side]));
  return {
    read: median('read'),
    folded: median('folded'),
    rate: {
      name: `rebuild, events/s of ${IN_TURNS.toLocaleString('en-US')} against the slower of reading the log and folding in memory`,
      bar: RATIO_BAR,
      ours: median('ours'),
      limit: Math.min(median('read'), median('folded')),
      ratios: rounds.map(({ ours, read, folded }) => ours / Math.min(read, folded)),
    },
  };
}

async function secondsToFill(county: CountyLog, length: number): Promise<number> {
  await county.begin(length);
  return secondsOf(async () => county.fill(length));
}

/** The log alone, by the scan that a rebuild reads it with. */
async function readAll(county: CountyLog, take: (batch: RecordBatch) => void): Promise<void> {
  for (const { partition, next } of county.upTo(IN_TURNS)) {
    for await (const records of county.scan.pages({ partition, from: 0, until: next })) {
      take({ topic: RISK_SIGNALS, partition, group: 'bench', records });
    }
  }
}

async function decodeAll(county: CountyLog): Promise<readonly DecodedFact[]> {
  const decoded: DecodedFact[] = [];
  await readAll(county, (batch) => decoded.push(...decodeFacts(batch).facts));
  return decoded;
}

/** Facts in memory, read and decoded before: by subject, under the policy, and folded; what lists show and what is stored is not made. */
function foldAll(facts: readonly DecodedFact[]): void {
  const gathered = new SubjectFacts(SHIPPED_POLICY);
  for (const fact of facts) gathered.add(fact);
  for (const [subject, placed] of gathered.subjects()) foldFacts(subject, placed, SHIPPED_POLICY);
}
