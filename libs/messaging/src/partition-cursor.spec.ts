import { LogGap, type LogRecord, type PartitionBounds } from '#messaging/event-log';
import { PartitionCursor } from '#messaging/partition-cursor';
import { FakeGroup } from '#testing/fake-group';

const recordsFrom = (first: number, count: number): LogRecord[] =>
  Array.from({ length: count }, (_, i) => ({ offset: first + i, key: 'cadre-1', value: Buffer.from(`${first + i}`), headers: {} }));
const boundsOf =
  (low: number, next: number) =>
  async (partition: number): Promise<PartitionBounds> => ({ partition, low, next });
const always = (): boolean => true;

function cursorOf(group: FakeGroup): PartitionCursor {
  return new PartitionCursor({ topic: 'channel.self.v1', group: 'resolver', reader: group, onGap: () => undefined }, 3);
}

describe('the cursor of a partition', () => {
  it('begins at the oldest record kept for a group that never read it', async () => {
    expect(await cursorOf(new FakeGroup()).locate(boundsOf(40, 90))).toBe(40);
  });

  it('begins where the reader says, from the oldest record kept to the end of the log', async () => {
    for (const wanted of [40, 77, 90]) {
      const group = new FakeGroup();
      group.next.set(3, wanted);

      expect(await cursorOf(group).locate(boundsOf(40, 90))).toBe(wanted);
    }
  });

  it('has a gap when the reader wants what is gone, or what the log never had', async () => {
    for (const wanted of [39, 91]) {
      const group = new FakeGroup();
      group.next.set(3, wanted);
      const cursor = cursorOf(group);

      await expect(cursor.locate(boundsOf(40, 90))).rejects.toThrow(LogGap);
      expect(cursor.next).toBeUndefined();
    }
  });

  it('asks the log only after the reader, so that what another owner has meanwhile stored is no gap', async () => {
    let end = 10;
    const group = new FakeGroup();
    const reader = {
      nextOffset: async () => {
        end = 20;
        return 20;
      },
      handle: async () => undefined,
    };
    const cursor = new PartitionCursor({ topic: 'channel.self.v1', group: 'resolver', reader, onGap: () => undefined }, 3);

    expect(await cursor.locate(async (partition) => ({ partition, low: 0, next: end }))).toBe(20);
    expect(group.batches).toEqual([]);
  });

  it('leaves out records before it and hands on the rest in batches of at most 500', async () => {
    const group = new FakeGroup();
    group.next.set(3, 50);
    const cursor = cursorOf(group);
    await cursor.locate(boundsOf(0, 2_000));

    await cursor.handle(recordsFrom(10, 1_100), always);

    expect(group.batches.map(({ records }) => [records[0]?.offset, records.length])).toEqual([
      [50, 500],
      [550, 500],
      [1_050, 60],
    ]);
    expect(cursor.next).toBe(1_110);
  });

  it('has a gap where a record is missing, before that batch is handed on', async () => {
    const group = new FakeGroup();
    const cursor = cursorOf(group);
    await cursor.locate(boundsOf(0, 20));
    const withHole = [...recordsFrom(0, 5), ...recordsFrom(6, 5)];

    await expect(cursor.handle(withHole, always)).rejects.toThrow('resolver at channel.self.v1/3: 5 should come next, but 6 came');

    expect(group.batches).toEqual([]);
  });

  it('does not know where it is after a failure, until the reader has said so', async () => {
    const group = new FakeGroup();
    group.failNext('cadre-1', 1);
    const cursor = cursorOf(group);
    await cursor.locate(boundsOf(0, 10));

    await expect(cursor.handle(recordsFrom(0, 10), always)).rejects.toThrow('the database is not there');
    expect(cursor.next).toBeUndefined();
    await cursor.handle(recordsFrom(0, 10), always);
    expect(group.batches).toEqual([]);

    await cursor.locate(boundsOf(0, 10));
    await cursor.handle(recordsFrom(0, 10), always);
    expect(group.taken).toHaveLength(10);
  });

  it('waits twice as long after each failure in a row, five seconds at most, and briefly again after a success', async () => {
    const group = new FakeGroup();
    const cursor = cursorOf(group);
    const pauses = Array.from({ length: 7 }, () => cursor.backoff.nextMs());

    await cursor.locate(boundsOf(0, 1));
    await cursor.handle(recordsFrom(0, 1), always);

    expect(pauses).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
    expect(cursor.backoff.nextMs()).toBe(200);
  });

  it('stops between two batches when it is told to', async () => {
    const group = new FakeGroup();
    const cursor = cursorOf(group);
    await cursor.locate(boundsOf(0, 2_000));

    await cursor.handle(recordsFrom(0, 1_500), () => group.batches.length < 2);

    expect(cursor.next).toBe(1_000);
  });
});
