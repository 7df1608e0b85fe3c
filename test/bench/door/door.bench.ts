import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { toRecord } from '#messaging/codec';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { Database } from '#persistence/database';
import { eventIdOf } from '#platform/event-id';
import { type Figure, inTurns } from '../in-turns';
import { eventAt, send } from '../office';

const BATCH = 100;
const BATCHES_A_WINDOW = 80;
const CONNECTIONS = 8;
const TOPIC = 'bench.door.v1';

/** Runs the tasks, so many at a time. */
async function sideBySide(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...tasks];
  const lane = async (): Promise<void> => {
    for (let task = waiting.pop(); task; task = waiting.pop()) await task();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
}

async function bareServer(): Promise<{ url: string; stop: () => void }> {
  const child = fork(join(__dirname, 'bare-server.js'));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill('SIGKILL') };
}

/** POST in batches of 100, receipted, against the slower of a bare server with the same schema and the log with a row per event; the bar is 0.3. */
export async function benchDoor(base: string, key: string, databaseUrl: string): Promise<Figure> {
  let next = 0;
  const bodies = (): string[] =>
    Array.from({ length: BATCHES_A_WINDOW }, () => JSON.stringify(Array.from({ length: BATCH }, () => eventAt(next++))));
  const post = (url: string) => async (prepared: readonly string[]) =>
    sideBySide(
      prepared.map((body) => async () => {
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' };
        const answer = await send(url, 'POST', headers, body);
        const taken = (JSON.parse(answer.text) as { items: { status: number }[] }).items.filter((item) => item.status === 202);
        if (taken.length !== BATCH) throw new Error(`${answer.status} ${answer.text.slice(0, 300)}`);
      }),
    );
  const ours = { prepare: bodies, run: post(`${base}/api/v1/events`) };
  const unitsAWindow = BATCH * BATCHES_A_WINDOW;
  const bare = await bareServer();
  const log = await PostgresEventLog.connect(databaseUrl);
  const database = await Database.connect(databaseUrl, CONNECTIONS);
  try {
    await log.ensureTopics([{ name: TOPIC, partitions: 12, retention: 1 }]);
    await database.query('CREATE TABLE IF NOT EXISTS public.bench_receipt (event_id uuid PRIMARY KEY, content_hash bytea)');
    const againstBare = await inTurns({
      name: 'door, batches of 100, events/s against a bare server with the same schema',
      bar: 0.3,
      unitsAWindow,
      ours,
      limit: { prepare: bodies, run: post(bare.url) },
    });
    const againstLog = await inTurns({
      name: 'door, batches of 100, events/s against append + one unnest(id, hash) row per event',
      bar: 0.3,
      unitsAWindow,
      ours,
      limit: {
        prepare: () => Array.from({ length: BATCHES_A_WINDOW }, () => recordsFrom(next, (next += BATCH))),
        run: appendAll(log, database),
      },
    });
    return againstBare.limit < againstLog.limit ? againstBare : againstLog;
  } finally {
    bare.stop();
    await log.close();
    await database.close();
  }
}

interface Prepared {
  readonly ids: readonly string[];
  readonly hashes: readonly Buffer[];
  readonly records: ReturnType<typeof toRecord>[];
}

function recordsFrom(first: number, end: number): Prepared {
  const events = Array.from({ length: end - first }, (_, at) => eventAt(first + at));
  return {
    ids: events.map((event) => eventIdOf('bench-log', String(event['id']))),
    hashes: events.map((event) => createHash('sha256').update(JSON.stringify(event)).digest()),
    records: events.map((event) =>
      toRecord(String(event['id']), { id: String(event['id']), type: 'bench', source: '/bench', data: event }),
    ),
  };
}

const appendAll = (log: PostgresEventLog, database: Database) => async (batches: readonly Prepared[]) =>
  sideBySide(
    batches.map(({ ids, hashes, records }) => async () => {
      await database.query('INSERT INTO public.bench_receipt SELECT * FROM unnest($1::uuid[], $2::bytea[]) ON CONFLICT DO NOTHING', [
        ids,
        hashes,
      ]);
      await log.append(TOPIC, records);
    }),
  );
