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

/** What was asked and what came of it: `posted` holds the events that are answered and not yet seen, by id. */
interface Watched {
  asked: number;
  answered: number;
  readonly posted: Map<string, number>;
  readonly seen: number[];
  refusal: Error | undefined;
}

/**
 * From POST to the reading that holds it, open loop at 200 a second: latenesses of the system are not hidden by waiting for it.
 * Milliseconds, of every event that was sent.
 * @throws when one is refused, or still out a minute after the last was due
 */
export async function measureLatency(base: string, key: string, databaseUrl: string, seconds = SECONDS): Promise<Latency> {
  const database = await Database.connect(databaseUrl, 2);
  const watched: Watched = { asked: 0, answered: 0, posted: new Map(), seen: [], refusal: undefined };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents+json' };
  const began = performance.now();
  const total = PER_SECOND * seconds;
  try {
    while (watched.seen.length < total) {
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * PER_SECOND));
      for (; watched.asked < due; watched.asked += 1) {
        const dueAt = began + (watched.asked / PER_SECOND) * 1000;
        void ask(`${base}/api/v1/events`, headers, JSON.stringify(eventAt(FIRST + watched.asked)), { watched, due: dueAt });
      }
      await collect(database, watched.posted, watched.seen);
      if (watched.refusal) throw watched.refusal;
      if (performance.now() - began > (seconds + 60) * 1000) throw new Error(stillOut(watched));
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await database.close();
  }
  const sorted = watched.seen.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99), events: sorted.length };
}

async function ask(
  url: string,
  headers: Record<string, string>,
  body: string,
  { watched, due }: { watched: Watched; due: number },
): Promise<void> {
  try {
    const { status, text } = await send(url, 'POST', headers, body);
    if (status !== 202) throw new Error(`${status} ${text}`);
    watched.posted.set((JSON.parse(text) as { id: string }).id, due);
    watched.answered += 1;
  } catch (error) {
    watched.refusal ??= error instanceof Error ? error : new Error(String(error));
  }
}

const stillOut = ({ asked, answered, posted }: Watched): string =>
  `${asked - answered} events were never answered, ${posted.size} never seen`;

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
