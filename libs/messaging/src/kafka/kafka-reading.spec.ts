import { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import type { Batch, Consumer, ConsumerRunConfig, EachBatchPayload, Kafka } from 'kafkajs';
import type { LogGap, PartitionBounds } from '#messaging/event-log';
import { KafkaReading } from '#messaging/kafka/kafka-reading';
import { eventually } from '#testing/eventually';
import { FakeGroup } from '#testing/fake-group';

const TOPIC = 'risk.signals.v1';
const EVENTS = { CRASH: 'crash', FETCH: 'fetch', GROUP_JOIN: 'join', HEARTBEAT: 'beat', STOP: 'stop' };

/** A consumer that joins at once, is given partition 0, and otherwise does what the test says. */
class StubConsumer {
  readonly sought: number[] = [];
  readonly paused = new Set<number>();
  isRunning = false;
  private readonly emitter = new EventEmitter();
  private config: ConsumerRunConfig = {};
  readonly events = EVENTS;

  async connect(): Promise<void> {}
  async subscribe(): Promise<void> {}
  async run(config: ConsumerRunConfig): Promise<void> {
    this.config = config;
    this.isRunning = true;
    this.emit(EVENTS.GROUP_JOIN, { memberAssignment: { [TOPIC]: [0] } });
  }
  async disconnect(): Promise<void> {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.emit(EVENTS.STOP, {});
  }
  on(name: string, listener: (event: { payload: unknown }) => void): void {
    this.emitter.on(name, listener);
  }
  emit(name: string, payload: unknown): void {
    this.emitter.emit(name, { payload });
  }
  pause([{ partitions }]: [{ partitions: number[] }]): void {
    partitions.forEach((partition) => this.paused.add(partition));
  }
  resume([{ partitions }]: [{ partitions: number[] }]): void {
    partitions.forEach((partition) => this.paused.delete(partition));
  }
  seek({ offset }: { offset: string }): void {
    this.sought.push(Number(offset));
  }

  /** Delivers records as the library does; answers the offsets that were resolved. */
  async deliver(first: number, count: number, heartbeat = async (): Promise<void> => undefined): Promise<string[]> {
    const resolved: string[] = [];
    const messages = Array.from({ length: count }, (_, i) => ({
      offset: String(first + i),
      key: Buffer.from('cadre-1'),
      value: Buffer.from(`${first + i}`),
    }));
    const batch = {
      topic: TOPIC,
      partition: 0,
      messages,
      firstOffset: () => String(first),
      lastOffset: () => String(first + count - 1),
    } as unknown as Batch;
    await this.config.eachBatch?.({
      batch,
      heartbeat,
      resolveOffset: (offset: string) => resolved.push(offset),
      isRunning: () => this.isRunning,
      isStale: () => false,
    } as unknown as EachBatchPayload);
    return resolved;
  }
}

describe('a reading from Kafka', () => {
  let consumers: StubConsumer[];
  let bounds: PartitionBounds;
  let group: FakeGroup;
  let gaps: LogGap[];
  let reading: KafkaReading;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    consumers = [];
    gaps = [];
    bounds = { partition: 0, low: 0, next: 100 };
    group = new FakeGroup();
    const kafka = {
      consumer: (): Consumer => {
        const consumer = new StubConsumer();
        consumers.push(consumer);
        return consumer as unknown as Consumer;
      },
    } as unknown as Kafka;
    const subscription = { topic: TOPIC, group: 'projector', reader: group, onGap: (gap: LogGap) => gaps.push(gap) };
    reading = new KafkaReading(kafka, subscription, async () => [bounds], 50);
  });
  afterEach(async () => reading.stop());

  const consumer = (): StubConsumer => consumers.at(-1) ?? new StubConsumer();
  const begin = async (next: number): Promise<void> => {
    group.next.set(0, next);
    await reading.start();
    await eventually(() => expect(consumer().paused.size).toBe(0));
  };

  it('begins where the reader says, whatever the broker remembers, and hands on nothing from before', async () => {
    await begin(40);

    const resolved = await consumer().deliver(30, 20);

    expect(consumer().sought).toEqual([40]);
    expect(group.taken.map(({ offset }) => offset)).toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
    expect(resolved).toEqual(['49']);
  });

  it('takes nothing before the reader has said where to begin', async () => {
    const answer = Promise.withResolvers<number>();
    group.nextOffset = async () => answer.promise;
    await reading.start();

    await consumer().deliver(0, 10);
    expect(group.batches).toEqual([]);
    expect(consumer().paused).toEqual(new Set([0]));

    answer.resolve(4);
    await eventually(() => expect(consumer().sought).toEqual([4]));
  });

  it('pauses after a failure and seeks to where the reader says, without telling the broker anything', async () => {
    await begin(10);
    group.failNext('cadre-1', 1);

    const resolved = await consumer().deliver(10, 5);
    expect(resolved).toEqual([]);
    expect(consumer().paused).toEqual(new Set([0]));
    group.next.set(0, 12);

    await eventually(() => expect(consumer().sought).toEqual([10, 12]));
    expect(consumer().paused.size).toBe(0);
  });

  it('keeps its place in the group while a handler works, and ends the batch when the group has moved on', async () => {
    await begin(0);
    group.slowness = 1_200;
    let beats = 0;

    const resolved = await consumer().deliver(0, 1_000, async () => {
      beats += 1;
      throw new Error('the group is rebalancing');
    });

    expect(beats).toBeGreaterThanOrEqual(1);
    expect(group.taken).toHaveLength(500);
    expect(resolved).toEqual(['499']);
  });

  it('does not jump when the library is sent back to the beginning of a log that has lost its end', async () => {
    await begin(90);
    bounds = { partition: 0, low: 0, next: 20 };

    await consumer().deliver(0, 20);

    await eventually(() => expect(gaps).toHaveLength(1));
    expect(gaps[0]?.message).toBe(`projector at ${TOPIC}/0: wants 90, but the log ends before 20`);
    expect(group.batches).toEqual([]);
    expect(consumer().paused).toEqual(new Set([0]));
  });

  it('notices, looking every few seconds, that an idle partition has lost the records that come next', async () => {
    await begin(90);
    bounds = { partition: 0, low: 95, next: 100 };

    await eventually(() => expect(gaps).toHaveLength(1));
    expect(gaps[0]?.message).toContain('wants 90, but the oldest record kept is 95');
  });

  it('joins anew when the library has stopped for good, and goes on where the reader is', async () => {
    await begin(10);
    await consumer().deliver(10, 5);

    await consumer().disconnect();
    consumer().emit(EVENTS.CRASH, { error: new Error('not retriable'), restart: false });

    await eventually(() => expect(consumers).toHaveLength(2));
    await eventually(() => expect(consumer().sought).toEqual([15]));
    await consumer().deliver(15, 5);
    expect(group.taken).toHaveLength(10);
  });

  it('waits for a handler of the former membership before it reads the partition again', async () => {
    await begin(0);
    group.slowness = 400;
    const slow = consumer().deliver(0, 5);

    consumer().emit(EVENTS.GROUP_JOIN, { memberAssignment: { [TOPIC]: [0] } });
    expect(consumer().sought).toEqual([0]);
    await slow;

    await eventually(() => expect(consumer().sought).toEqual([0, 5]));
    expect(group.taken).toHaveLength(5);
  });
});
