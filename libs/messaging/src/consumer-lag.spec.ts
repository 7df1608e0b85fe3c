import { lagOf } from '#messaging/consumer-lag';
import { LogUnavailable, type NewRecord } from '#messaging/event-log';
import { Offsets } from '#messaging/offsets';
import { partitionOf } from '#messaging/partition-of';
import { FakeEventLog } from '#testing/fake-event-log';

const TOPIC = 'risk.signals.v1';
const record = (key: string): NewRecord => ({ key, value: Buffer.from('x'), headers: {} });

class FixedOffsets extends Offsets {
  constructor(private readonly reached: ReadonlyMap<number, number>) {
    super();
  }

  override async next(_group: string, _topic: string, partition: number): Promise<number | null> {
    return Promise.resolve(this.reached.get(partition) ?? null);
  }

  override async positions(): Promise<ReadonlyMap<number, number>> {
    return Promise.resolve(this.reached);
  }
}

describe('how far a group is behind', () => {
  const log = new FakeEventLog();
  const one = partitionOf('cadre-1', 12);
  const elsewhere = ['cadre-2', 'cadre-3', 'cadre-4'].find((key) => partitionOf(key, 12) !== one) ?? '';
  const other = partitionOf(elsewhere, 12);

  beforeAll(async () => {
    await log.ensureTopics([{ name: TOPIC, partitions: 12, retention: 'for-ever' }]);
    await log.append(TOPIC, [record('cadre-1'), record('cadre-1'), record('cadre-1'), record(elsewhere)]);
  });
  afterAll(async () => log.close());

  it('is counted over all partitions, from the oldest record kept where the group never read', async () => {
    const lag = await lagOf(log, new FixedOffsets(new Map([[one, 1]])), TOPIC, 'projector');
    expect(lag.records).toBe(3);
    expect(lag.oldest?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('is not told where the log names no partition of the topic', async () => {
    const nothingKnown = new FakeEventLog();
    await nothingKnown.ensureTopics([{ name: TOPIC, partitions: 0, retention: 'for-ever' }]);
    await expect(lagOf(nothingKnown, new FixedOffsets(new Map()), TOPIC, 'projector')).rejects.toThrow(LogUnavailable);
  });

  it('is nothing, and has no age, when all is stored', async () => {
    const reached = new Map([
      [one, 3],
      [other, 1],
    ]);
    expect(await lagOf(log, new FixedOffsets(reached), TOPIC, 'projector')).toEqual({ records: 0, oldest: undefined });
  });
});
