import { Logger } from '@nestjs/common';
import type { LogGap, PartitionBounds } from '#messaging/event-log';
import { KafkaReading } from '#messaging/kafka/kafka-reading';
import { eventually } from '#testing/eventually';
import { FakeGroup } from '#testing/fake-group';
import { STUB_EVENTS as EVENTS, type StubConsumer, StubKafka, STUB_TOPIC as TOPIC } from '#messaging/kafka/stub-kafka';

describe('a reading from Kafka', () => {
  let kafka: StubKafka;
  let bounds: PartitionBounds;
  let group: FakeGroup;
  let gaps: LogGap[];
  let reading: KafkaReading;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    kafka = new StubKafka();
    gaps = [];
    bounds = { partition: 0, low: 0, next: 100 };
    group = new FakeGroup();
    const subscription = { topic: TOPIC, group: 'projector', reader: group, onGap: (gap: LogGap) => gaps.push(gap) };
    const view = { bounds: async () => [bounds], held: async () => new Set([0]) };
    reading = new KafkaReading(kafka.client, subscription, view, { lookMs: 50, patienceMs: 60_000 });
  });
  afterEach(async () => reading.stop());

  const consumer = (): StubConsumer => kafka.last;
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

    await eventually(() => expect(kafka.consumers).toHaveLength(2));
    await eventually(() => expect(consumer().sought).toEqual([15]));
    await consumer().deliver(15, 5);
    expect(group.taken).toHaveLength(10);
  });

  it('waits for a handler of the former membership before it reads the partition again', async () => {
    await begin(0);
    group.slowness = 400;
    const slow = consumer().deliver(0, 5);

    consumer().join([0]);
    expect(consumer().sought).toEqual([0]);
    await slow;

    await eventually(() => expect(consumer().sought).toEqual([0, 5]));
    expect(group.taken).toHaveLength(5);
  });
});
