import { Logger } from '@nestjs/common';
import type { PartitionBounds } from '#messaging/event-log';
import { KafkaReading } from '#messaging/kafka/kafka-reading';
import { eventually } from '#testing/eventually';
import { FakeGroup } from '#testing/fake-group';
import { STUB_EVENTS, StubKafka, STUB_TOPIC } from '#messaging/kafka/stub-kafka';

const PACE = { lookMs: 20, patienceMs: 100 };
const SEVERAL_LOOKS_MS = 400;
const several = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SEVERAL_LOOKS_MS));

describe('every partition is read by somebody', () => {
  let group: FakeGroup;
  let bounds: PartitionBounds[];
  let held: ReadonlySet<number> | undefined;
  let reading: KafkaReading;

  const begin = async (kafka: StubKafka): Promise<void> => {
    const subscription = { topic: STUB_TOPIC, group: 'projector', reader: group, onGap: () => undefined };
    reading = new KafkaReading(kafka.client, subscription, { bounds: async () => bounds, held: async () => held }, PACE);
    await reading.start();
  };

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(() => {
    group = new FakeGroup();
    bounds = [{ partition: 0, low: 0, next: 10 }];
    held = new Set([0]);
  });
  afterEach(async () => reading.stop());

  it('when a group that gave its partitions to nobody is joined anew', async () => {
    held = new Set();
    const kafka = new StubKafka((nth) => {
      if (nth === 0) return [];
      held = new Set([0]);
      return [0];
    });
    await begin(kafka);

    await eventually(() => expect(kafka.last.sought).toEqual([0]));
    await kafka.last.deliver(0, 10);
    expect(group.taken).toHaveLength(10);
    expect(kafka.consumers).toHaveLength(2);
  });

  it('when one of two partitions was given to nobody', async () => {
    bounds = [...bounds, { partition: 1, low: 0, next: 10 }];
    const kafka = new StubKafka((nth) => (nth === 0 ? [0] : [0, 1]));
    await begin(kafka);
    await kafka.last.deliver(0, 10);

    await eventually(() => expect(kafka.consumers).toHaveLength(2));
    held = new Set([0, 1]);
    await eventually(() => expect(kafka.last.paused.size).toBe(0));
  });

  it('when a client that lets its next record wait is replaced', async () => {
    const kafka = new StubKafka();
    await begin(kafka);

    await eventually(() => expect(kafka.consumers).toHaveLength(2));
    await eventually(() => expect(kafka.last.sought).toEqual([0]));
  });

  it('and a member whose partitions others hold, or that has nothing to read, is left alone', async () => {
    const kafka = new StubKafka(() => []);
    await begin(kafka);
    await several();
    expect(kafka.consumers).toHaveLength(1);

    kafka.last.join([0]);
    await eventually(() => expect(kafka.last.paused.size).toBe(0));
    await kafka.last.deliver(0, 10);
    await several();
    expect(kafka.consumers).toHaveLength(1);
  });

  it('and a group between two generations is left alone', async () => {
    held = undefined;
    const kafka = new StubKafka(() => []);
    await begin(kafka);
    await several();
    expect(kafka.consumers).toHaveLength(1);
  });

  it('and a handler at work is not disturbed, however long it takes', async () => {
    const kafka = new StubKafka();
    await begin(kafka);
    await eventually(() => expect(kafka.last.paused.size).toBe(0));
    group.slowness = SEVERAL_LOOKS_MS;

    await kafka.last.deliver(0, 10);
    expect(kafka.consumers).toHaveLength(1);
    expect(group.taken).toHaveLength(10);
  });

  it('by members that are looked after: the library restarts none, and one that was replaced reads no more', async () => {
    const kafka = new StubKafka();
    await begin(kafka);
    await eventually(() => expect(kafka.last.paused.size).toBe(0));
    await kafka.last.deliver(0, 10);
    expect(await kafka.settings[0]?.retry?.restartOnFailure?.(new Error('retriable'))).toBe(false);

    const [first] = kafka.consumers;
    first?.emit(STUB_EVENTS.CRASH, { error: new Error('retriable'), restart: false });
    await eventually(() => expect(kafka.consumers).toHaveLength(2));
    const before = first?.sought.length;
    first?.join([0]);
    await first?.deliver(10, 5);
    expect([first?.sought.length, group.taken.length]).toEqual([before, 10]);
  });
});
