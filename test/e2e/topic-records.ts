import { connectLog } from '#assembly/connect-log';
import type { EventLog, LogRecord } from '#messaging/event-log';

const READ_WITHIN_MS = 30_000;

/** Everything that a topic holds now, read as a group that nobody else is in. */
export async function recordsOn(logUrl: string, topic: string): Promise<readonly LogRecord[]> {
  const log = await connectLog(logUrl);
  try {
    return await readAll(log, topic);
  } finally {
    await log.close();
  }
}

async function readAll(log: EventLog, topic: string): Promise<readonly LogRecord[]> {
  const bounds = await log.bounds(topic);
  const left = new Map(bounds.filter(({ low, next }) => next > low).map(({ partition, next }) => [partition, next]));
  if (left.size === 0) return [];
  const found: LogRecord[] = [];
  const reached = new Map<number, number>();
  let finished = (): void => {};
  const whole = new Promise<void>((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`${topic} was not read to its end in time`)), READ_WITHIN_MS);
    finished = () => {
      clearTimeout(timer);
      done();
    };
  });
  const reading = await log.read(
    topic,
    `story-${topic}-${Date.now()}`,
    {
      nextOffset: async (partition) => Promise.resolve(reached.get(partition) ?? null),
      handle: async ({ partition, records }) => {
        found.push(...records);
        const next = (records.at(-1)?.offset ?? -1) + 1;
        reached.set(partition, next);
        if (next >= (left.get(partition) ?? 0)) left.delete(partition);
        if (left.size === 0) finished();
        return Promise.resolve();
      },
    },
    () => {},
  );
  try {
    await whole;
  } finally {
    await reading.stop();
  }
  return found;
}

/** All that a record says, key and headers included, to look for what must not stand in it. */
export const textOf = ({ key, headers, value }: LogRecord): string => [key, ...Object.values(headers), value.toString()].join('\n');
