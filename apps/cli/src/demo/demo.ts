import { civilDate } from '#platform/time/clock';
import { dateOf, dayOf } from '#domain/calendar/day';
import { DEMO_AGENCIES } from './agencies';
import { makeCounty, registryFiles } from './county';
import type { FedEvent } from './fed-event';
import { makeFeed } from './make-feed';

const SEED = 20_260_601;
const ADMINISTRATOR = { 'liuqu-demo-principal': 'system-administrator' };
const PATIENCE_MS = 30_000;

export interface DemoTold {
  readonly cadres: number;
  readonly sent: number;
  readonly accepted: number;
  readonly refused: number;
}

async function call(url: string, method: string, headers: Record<string, string>, body: string): Promise<unknown> {
  const answer = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${new URL(url).pathname} answered ${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as unknown;
}

async function admitAgencies(base: string): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const { system, ...agency } of DEMO_AGENCIES) {
    const body = JSON.stringify({ ...agency, systems: [system] });
    const headers = { ...ADMINISTRATOR, 'content-type': 'application/json' };
    const answer = (await call(`${base}/api/v1/agencies`, 'POST', headers, body)) as { key: string };
    keys.set(agency.code, answer.key);
  }
  return keys;
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

async function send(base: string, keys: Map<string, string>, batch: readonly FedEvent[]): Promise<number> {
  const [first] = batch;
  if (!first) return 0;
  const headers = {
    authorization: `Bearer ${keys.get(first.agency)}`,
    'content-type': 'application/cloudevents-batch+json',
    'liuqu-received-on': dateOf(first.receivedOn),
  };
  const body = JSON.stringify(batch.map((fed) => fed.event));
  const answer = (await call(`${base}/api/v1/events`, 'POST', headers, body)) as { items: { status: number }[] };
  return answer.items.filter((item) => item.status === 202).length;
}

/**
 * Reads the demo county in through the same doors as everybody's data.
 * @param progress called with what is done and what there is to do
 */
export async function feedDemo(base: string, now: Date, progress: (done: number, all: number) => void): Promise<DemoTold> {
  const county = makeCounty(SEED);
  for (const [name, text] of registryFiles(county)) {
    await call(`${base}/api/v1/registry/${name}`, 'PUT', { ...ADMINISTRATOR, 'content-type': 'text/csv' }, text);
  }
  const keys = await admitAgencies(base);
  const feed = makeFeed(county, SEED, dayOf(civilDate(now)));
  let sent = 0;
  let accepted = 0;
  for (const batch of batchesOf(feed)) {
    accepted += await send(base, keys, batch);
    sent += batch.length;
    progress(sent, feed.length);
  }
  return { cadres: county.cadres.length, sent, accepted, refused: sent - accepted };
}
