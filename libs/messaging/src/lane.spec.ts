import { setTimeout as sleep } from 'node:timers/promises';
import { LogUnavailable, type NewRecord } from '#messaging/event-log';
import { Lane } from '#messaging/lane';

const LIMITS = { batchBytes: 1_000, waitingBytes: 3_000 };
const record = (value: string, bytes = 0): NewRecord => ({ key: null, value: Buffer.from(value.padEnd(bytes, '.')), headers: {} });
const nameOf = ({ value }: NewRecord): string => value.toString().replace(/\.+$/, '');

/** A lane whose batches end when the test says so; the deadline lies far ahead unless the test is about it. */
function openLane(deadlineMs = 10_000): {
  lane: Lane<NewRecord>;
  batches: string[][];
  end: (error?: Error) => void;
  wanted: (() => boolean)[];
} {
  const batches: string[][] = [];
  const wanted: (() => boolean)[] = [];
  let settle: (error?: Error) => void = () => undefined;
  const lane = new Lane<NewRecord>(
    'channel.self.v1',
    async (records, isWanted) => {
      batches.push(records.map(nameOf));
      wanted.push(isWanted);
      await new Promise<void>((resolve, reject) => (settle = (error) => (error ? reject(error) : resolve())));
    },
    { ...LIMITS, deadlineMs },
  );
  return { lane, batches, wanted, end: (error) => settle(error) };
}

describe('a lane', () => {
  it('has one batch on its way; what arrives meanwhile becomes the next one', async () => {
    const { lane, batches, end } = openLane();
    const appends = ['one', 'two', 'three'].map(async (name) => lane.append([record(name)]));

    expect(batches).toEqual([['one']]);
    end();
    await sleep(1);
    expect(batches).toEqual([['one'], ['two', 'three']]);
    end();

    await Promise.all(appends);
  });

  it('cuts what is too large for one batch, in order, and resolves with the last of it', async () => {
    const { lane, batches, end } = openLane();
    const append = lane.append(['one', 'two', 'three'].map((name) => record(name, 400)));

    for (let i = 0; i < 2; i += 1) {
      await sleep(1);
      end();
    }
    await append;

    expect(batches).toEqual([['one', 'two'], ['three']]);
  });

  it('tells everyone in a batch that failed, and goes on with the next', async () => {
    const { lane, batches, end } = openLane();
    const appends = [lane.append([record('one')]), lane.append([record('two')])];

    end(new Error('the connection was cut'));
    await expect(appends[0]).rejects.toThrow(LogUnavailable);
    end();
    await appends[1];

    expect(batches).toEqual([['one'], ['two']]);
  });

  it('tells callers at the deadline, on their way or not, and never sends what nobody waits for any more', async () => {
    const { lane, batches, wanted, end } = openLane(60);
    const appends = [lane.append([record('one')]), lane.append([record('two')])];

    for (const outcome of await Promise.allSettled(appends))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'LogUnavailable' } });
    expect(wanted[0]?.()).toBe(false);
    end();
    const later = lane.append([record('three')]);
    await sleep(1);
    end();
    await later;

    expect(batches).toEqual([['one'], ['three']]);
  });

  it('refuses at once what it has no room for, and takes it again when there is room', async () => {
    const { lane, end } = openLane();
    const waiting = ['one', 'two', 'three'].map(async (name) => lane.append([record(name, 800)]));

    await expect(lane.append([record('four', 800)])).rejects.toThrow('too much is waiting');
    for (let i = 0; i < 3; i += 1) {
      end();
      await sleep(1);
    }
    await Promise.all(waiting);
    const later = lane.append([record('five', 800)]);
    end();
    await later;
  });
});
