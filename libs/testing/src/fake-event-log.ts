import { setTimeout as sleep } from 'node:timers/promises';
import {
  EventLog,
  LogGap,
  type LogReader,
  type LogRecord,
  type LogScan,
  LogUnavailable,
  type NewRecord,
  type PartitionBounds,
  type Reading,
  type TopicSettings,
} from '#messaging/event-log';
import { PartitionCursor } from '#messaging/partition-cursor';
import { partitionOf } from '#messaging/partition-of';
import { requireFits } from '#messaging/record-size';
import { requireKept } from '#messaging/scan-range';

interface Partition {
  low: number;
  readonly records: LogRecord[];
  /** When each was appended, in milliseconds since 1970. */
  readonly times: number[];
  /** The group's readers in the order in which they came; the first one owns the partition. */
  readonly owners: Map<string, object[]>;
}

interface Following {
  readonly partition: Partition;
  readonly cursor: PartitionCursor;
  readonly onGap: (gap: LogGap) => void;
  readonly owns: () => boolean;
  readonly signal: AbortSignal;
}

const LOOK_AGAIN_MS = 5;
const SCAN_PAGE = 100;

/** The event log in memory, for specs of what writes and reads; it keeps the contract as far as there is no server to lose. */
export class FakeEventLog extends EventLog {
  private readonly topics = new Map<string, Partition[]>();
  private readonly readings = new Set<Reading>();
  private isClosed = false;

  override async ensureTopics(topics: readonly TopicSettings[]): Promise<void> {
    for (const { name, partitions } of topics) {
      if (this.topics.has(name)) continue;
      this.topics.set(
        name,
        Array.from({ length: partitions }, () => ({ low: 0, records: [], times: [], owners: new Map() })),
      );
    }
  }

  override async append(topic: string, records: readonly NewRecord[]): Promise<void> {
    requireFits(records);
    const partitions = this.partitionsOf(topic);
    for (const record of records) {
      const into = partitions[record.key === null ? 0 : partitionOf(record.key, partitions.length)];
      into?.records.push({ ...record, headers: { ...record.headers }, offset: into.records.length });
      into?.times.push(Date.now());
    }
  }

  override async read(topic: string, group: string, reader: LogReader, onGap: (gap: LogGap) => void): Promise<Reading> {
    const me = {};
    const stopping = new AbortController();
    const loops = this.partitionsOf(topic).map(async (partition, number) => {
      const queue = partition.owners.get(group) ?? [];
      partition.owners.set(group, queue);
      queue.push(me);
      const cursor = new PartitionCursor({ topic, group, reader, onGap }, number);
      const owns = (): boolean => !stopping.signal.aborted && queue[0] === me;
      await follow({ partition, cursor, onGap, owns, signal: stopping.signal });
      queue.splice(queue.indexOf(me), 1);
    });
    const reading: Reading = {
      stop: async () => {
        stopping.abort();
        await Promise.all(loops);
        this.readings.delete(reading);
      },
    };
    this.readings.add(reading);
    return reading;
  }

  override async openScan(topic: string): Promise<LogScan> {
    const partitions = this.partitionsOf(topic);
    return {
      async *pages(range) {
        if (range.from >= range.until) return;
        requireKept(topic, range, partitions.map(boundsOf));
        const records = partitions[range.partition]?.records.slice(range.from, range.until) ?? [];
        for (let start = 0; start < records.length; start += SCAN_PAGE) yield records.slice(start, start + SCAN_PAGE);
      },
      close: async () => Promise.resolve(),
    };
  }

  override async bounds(topic: string): Promise<readonly PartitionBounds[]> {
    return this.partitionsOf(topic).map((partition, number) => boundsOf(partition, number));
  }

  override async oldestPending(topic: string, from: ReadonlyMap<number, number>): Promise<Date | undefined> {
    const times = [...from].flatMap(([partition, offset]) => this.partitionsOf(topic)[partition]?.times.slice(offset, offset + 1) ?? []);
    return times.length > 0 ? new Date(Math.min(...times)) : undefined;
  }

  /** Lets the records of a partition below `low` be gone, as retention does. */
  forget(topic: string, partition: number, low: number): void {
    const shortened = this.partitionsOf(topic)[partition];
    if (shortened) shortened.low = low;
  }

  override async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.readings].map(async (reading) => reading.stop()));
  }

  private partitionsOf(topic: string): Partition[] {
    const partitions = this.topics.get(topic);
    if (!partitions || this.isClosed) throw new LogUnavailable(`there is no topic ${topic}`);
    return partitions;
  }
}

async function follow({ partition, cursor, onGap, owns, signal }: Following): Promise<void> {
  let pause = 0;
  while (!signal.aborted) {
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    pause = LOOK_AGAIN_MS;
    if (!owns()) continue;
    try {
      if (cursor.next === undefined) await cursor.locate(async (number) => boundsOf(partition, number));
      const from = Math.max(cursor.next ?? 0, partition.low);
      await cursor.handle(partition.records.slice(from), owns);
    } catch (error) {
      if (error instanceof LogGap) {
        onGap(error);
        return;
      }
      pause = cursor.backoff.nextMs();
    }
  }
}

function boundsOf(partition: Partition, number: number): PartitionBounds {
  return { partition: number, low: partition.low, next: partition.records.length };
}
