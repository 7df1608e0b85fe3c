import { dateOf, type Day } from '#domain/calendar/day';
import { DEMO_AGENCIES } from './agencies';
import { type DemoCounty, makeCounty, registryFiles } from './county';
import type { FedEvent } from './fed-event';
import { makeFeed } from './make-feed';

const SEED = 20_260_601;
const ADMINISTRATOR = { 'liuqu-demo-principal': 'system-administrator' };
const PATIENCE_MS = 30_000;

export interface DemoTold {
  readonly cadres: number;
  readonly sent: number;
  readonly accepted: number;
  /** Of days that their agencies have passed: an earlier call of this command fed them. */
  readonly fedEarlier: number;
  /** How many were refused, by the code of the problem. */
  readonly refused: ReadonlyMap<string, number>;
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly text: string;
}

interface Item {
  readonly status: number;
  readonly problem?: { readonly code: string };
}

/** What the door made of one batch; undefined when its day lies before the last one of its agency. */
type Taken = readonly Item[] | undefined;

async function ask(url: string, method: string, headers: Record<string, string>, body: string): Promise<Answer> {
  const answer = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
  return { ok: answer.ok, status: answer.status, text: await answer.text() };
}

function read(path: string, { ok, status, text }: Answer): unknown {
  if (!ok) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as unknown;
}

async function admitAgencies(base: string): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const { system, ...agency } of DEMO_AGENCIES) {
    const body = JSON.stringify({ ...agency, systems: [system] });
    const headers = { ...ADMINISTRATOR, 'content-type': 'application/json' };
    const answer = read('/api/v1/agencies', await ask(`${base}/api/v1/agencies`, 'POST', headers, body)) as { key: string };
    keys.set(agency.code, answer.key);
  }
  return keys;
}

async function readRegistryIn(base: string, county: DemoCounty): Promise<void> {
  for (const [name, text] of registryFiles(county)) {
    const path = `/api/v1/registry/${name}`;
    read(path, await ask(base + path, 'PUT', { ...ADMINISTRATOR, 'content-type': 'text/csv' }, text));
  }
}

/** Events of one agency and day that follow each other go in one batch: the received day may not fall within an agency. */
function batchesOf(feed: readonly FedEvent[]): FedEvent[][] {
  const batches: FedEvent[][] = [];
  const open = new Map<string, FedEvent[]>();
  for (const fed of feed) {
    const batch = open.get(fed.agency);
    if (batch?.[0]?.receivedOn === fed.receivedOn && batch.length < 500) {
      batch.push(fed);
      continue;
    }
    const fresh = [fed];
    open.set(fed.agency, fresh);
    batches.push(fresh);
  }
  return batches;
}

async function send(base: string, keys: Map<string, string>, batch: readonly FedEvent[]): Promise<Taken> {
  const [first] = batch;
  if (!first) return [];
  const headers = {
    authorization: `Bearer ${keys.get(first.agency)}`,
    'content-type': 'application/cloudevents-batch+json',
    'liuqu-received-on': dateOf(first.receivedOn),
  };
  const answer = await ask(`${base}/api/v1/events`, 'POST', headers, JSON.stringify(batch.map((fed) => fed.event)));
  if (answer.status === 422 && (JSON.parse(answer.text) as { code?: string }).code === 'received-on-falls') return undefined;
  return (read('/api/v1/events', answer) as { items: Item[] }).items;
}

function countUp(counts: Map<string, number>, of: string): void {
  counts.set(of, (counts.get(of) ?? 0) + 1);
}

/**
 * Reads the demo county in through the same doors as everybody's data. A feed that was broken off goes on where it was when it is
 * called again with the same day: a batch is sent only when all before it were answered, so what lies before an agency's last day is in.
 * @param today the last day of the two years that are fed
 * @param progress called with what is done and what there is to do
 */
export async function feedDemo(base: string, today: Day, progress: (done: number, all: number) => void): Promise<DemoTold> {
  const county = makeCounty(SEED);
  await readRegistryIn(base, county);
  const keys = await admitAgencies(base);
  const feed = makeFeed(county, SEED, today);
  const told = { cadres: county.cadres.length, sent: 0, accepted: 0, fedEarlier: 0, refused: new Map<string, number>() };
  for (const batch of batchesOf(feed)) {
    const taken = await send(base, keys, batch);
    if (taken === undefined) told.fedEarlier += batch.length;
    const refused = taken?.filter(({ status }) => status !== 202) ?? [];
    for (const { status, problem } of refused) countUp(told.refused, problem?.code ?? String(status));
    told.accepted += (taken?.length ?? 0) - refused.length;
    told.sent += batch.length;
    progress(told.sent, feed.length);
  }
  return told;
}
