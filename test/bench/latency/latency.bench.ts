import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '#persistence/database';
import { eventAt, send } from '../office';

const PER_SECOND = 200;
const SECONDS = 20;
const LOOK_EVERY_MS = 4;
const FIRST = 50_000_000;

export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly events: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** From POST to the reading that holds it, open loop at 200 a second: latenesses of the system are not hidden by waiting for it. Milliseconds. */
export async function measureLatency(base: string, key: string, databaseUrl: string): Promise<Latency> {
  const database = await Database.connect(databaseUrl, 2);
  const posted = new Map<string, number>();
  const seen: number[] = [];
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' };
  const began = performance.now();
  const total = PER_SECOND * SECONDS;
  const sending: Promise<void>[] = [];
  try {
    for (let sent = 0; sent < total || posted.size > 0;) {
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * PER_SECOND));
      for (; sent < due; sent += 1) {
        const then = began + (sent / PER_SECOND) * 1000;
        const body = JSON.stringify(eventAt(FIRST + sent));
        sending.push(
          send(`${base}/api/v1/events`, 'POST', headers, body).then(({ status, text }) => {
            if (status !== 202) throw new Error(`${status} ${text}`);
            posted.set((JSON.parse(text) as { id: string }).id, then);
          }),
        );
      }
      await collect(database, posted, seen);
      if (performance.now() - began > (SECONDS + 60) * 1000) throw new Error(`${posted.size} events were never seen`);
      await sleep(LOOK_EVERY_MS);
    }
    await Promise.all(sending);
  } finally {
    await database.close();
  }
  const sorted = seen.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99), events: sorted.length };
}

async function collect(database: Database, posted: Map<string, number>, seen: number[]): Promise<void> {
  if (posted.size === 0) return;
  const rows = await database.query<{ event_id: string }>('SELECT event_id FROM projector.ledger WHERE event_id = ANY($1::uuid[])', [
    [...posted.keys()],
  ]);
  const now = performance.now();
  for (const { event_id } of rows) {
    const then = posted.get(event_id);
    if (then !== undefined) seen.push(now - then);
    posted.delete(event_id);
  }
}
