import { randomUUID } from 'node:crypto';
import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { type LogRecord, type LogScan, LogUnavailable, type PartitionBounds } from '#messaging/event-log';
import { Beat } from '#messaging/kafka/beat';
import { fromMessage } from '#messaging/kafka/kafka-record';
import { ScanRun } from '#messaging/kafka/scan-run';
import { nextOf, requireKept, type ScanRange } from '#messaging/scan-range';
import { within } from '#messaging/within';

const JOIN_MS = 60_000;
const CLOSE_MS = 10_000;
/**
 * Nobody waits for the partitions of a scan: it may be busy with a page for long. What is asked for is there, so no fetch waits; the
 * client sleeps for `maxWaitTimeInMs` when all is paused, and sees only then that a range is wanted.
 */
const SETTINGS = {
  allowAutoTopicCreation: false,
  sessionTimeout: 30_000,
  rebalanceTimeout: 30_000,
  heartbeatInterval: 3_000,
  maxWaitTimeInMs: 50,
  minBytes: 1,
  maxBytesPerPartition: 1_048_576,
  retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8, restartOnFailure: async () => false },
};

/** Pages of different partitions. */
const USED_AT_ONCE = 4;
/** A client that has nothing to tell for so long, while there is more to read, is stuck. */
const SILENCE_MS = 30_000;

/**
 * A consumer that is alone in a group of its own, which is deleted afterwards: the library reads in groups only. All partitions are
 * paused but those that are read, of which one fetch brings all, and no offset is ever committed.
 */
export class KafkaScan implements LogScan {
  private readonly groupId = `scan.${randomUUID()}`;
  private readonly consumer: Consumer;
  /** By partition. */
  private readonly runs = new Map<number, ScanRun>();
  /** Pages that are being used: others wait for that, and not for the client. */
  private inUse = 0;
  private lastSign = Date.now();
  private partitions: readonly number[] = [];
  private lost: Error | undefined;

  constructor(
    kafka: Kafka,
    private readonly admin: Pick<Admin, 'deleteGroups'>,
    private readonly topic: string,
    private readonly bounds: () => Promise<readonly PartitionBounds[]>,
  ) {
    this.consumer = kafka.consumer({ groupId: this.groupId, ...SETTINGS });
  }

  /** Resolves when the partitions are this consumer's. @throws LogUnavailable */
  async start(): Promise<void> {
    let isJoined = false;
    const joined = new Promise<void>((resolve) => {
      const { CRASH, GROUP_JOIN } = this.consumer.events;
      this.consumer.on(CRASH, ({ payload }) => this.lose(payload.error));
      this.consumer.on(GROUP_JOIN, ({ payload }) => {
        this.partitions = payload.memberAssignment[this.topic] ?? [];
        this.pause(this.partitions);
        for (const run of this.runs.values()) this.flow(run);
        isJoined = true;
        resolve();
      });
    });
    try {
      await this.consumer.connect();
      await this.consumer.subscribe({ topics: [this.topic], fromBeginning: true });
      await this.consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: USED_AT_ONCE,
        eachBatch: async (payload) => this.take(payload),
      });
    } catch (error) {
      throw new LogUnavailable(`a scan of ${this.topic} cannot begin: ${String(error)}`, { cause: error });
    }
    await within(JOIN_MS, joined);
    if (!isJoined) throw new LogUnavailable(`a scan of ${this.topic} cannot begin`);
  }

  async *pages(range: ScanRange): AsyncGenerator<readonly LogRecord[], void> {
    if (range.from >= range.until) return;
    requireKept(this.topic, range, await this.bounds());
    const run = new ScanRun(range, () => (this.inUse > 0 ? Date.now() : this.lastSign) + SILENCE_MS);
    if (this.lost) run.fail(this.lost);
    this.lastSign = Date.now();
    this.runs.set(range.partition, run);
    this.flow(run);
    try {
      yield* run.pages();
    } finally {
      run.end();
      this.runs.delete(range.partition);
      this.pause([range.partition]);
    }
  }

  async close(): Promise<void> {
    this.lose(new Error('it was closed'));
    for (const run of this.runs.values()) run.end();
    await within(CLOSE_MS, this.consumer.disconnect());
    // What is left of the group is a name, which the brokers forget in time.
    await within(CLOSE_MS, this.admin.deleteGroups([this.groupId])).catch(() => undefined);
  }

  private lose(error: Error): void {
    this.lost ??= new LogUnavailable(`a scan of ${this.topic} has ended: ${error.message}`, { cause: error });
    for (const run of this.runs.values()) run.fail(this.lost);
  }

  private pause(partitions: readonly number[]): void {
    if (partitions.length > 0) this.consumer.pause([{ topic: this.topic, partitions: [...partitions] }]);
  }

  /** Lets the partition of a run flow, from where the run is. */
  private flow({ range: { partition }, next }: ScanRun): void {
    const { topic } = this;
    if (!this.partitions.includes(partition)) return;
    this.consumer.seek({ topic, partition, offset: String(next) });
    this.consumer.resume([{ topic, partitions: [partition] }]);
  }

  private async take(payload: EachBatchPayload): Promise<void> {
    const { topic } = this;
    const { batch } = payload;
    const run = this.runs.get(batch.partition);
    if (!run || payload.isStale()) return;
    const beat = new Beat(async () => payload.heartbeat());
    this.inUse += 1;
    try {
      const records = nextOf(batch.messages.map(fromMessage), topic, { ...run.range, from: run.next });
      if (records.length > 0) await run.give(records);
      payload.resolveOffset(String(run.next - 1));
    } catch (error) {
      run.fail(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.inUse -= 1;
      this.lastSign = Date.now();
      beat.stop();
    }
  }
}
