import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { type EventLog, LogGap, type LogReader, MAX_RECORD_BYTES, type NewRecord, RecordTooLarge } from '#messaging/event-log';
import { partitionOf } from '#messaging/partition-of';
import { eventually } from '#testing/eventually';
import { FakeGroup } from '#testing/fake-group';

export interface EventLogHarness {
  /** A connection to the same log as all others of this harness; the harness closes it. */
  connect(): Promise<EventLog>;
  /** Lets the records of a partition below `low` be gone, as retention does. */
  forget(topic: string, partition: number, low: number): Promise<void>;
  close(): Promise<void>;
}

const PARTITIONS = 3;
const text = (value: string, key: string | null = 'cadre-1', headers: Record<string, string> = {}): NewRecord => ({
  key,
  value: Buffer.from(value),
  headers,
});
const numbered = (count: number, key = 'cadre-1'): NewRecord[] => Array.from({ length: count }, (_, i) => text(`${key} ${i}`, key));
const valuesOf = (records: readonly NewRecord[]): string[] => records.map((record) => record.value.toString());

/** What every event log promises, whatever it stands on (design: architecture 4); where there is a server to lose, see `describeEventLogOverLink`. */
export function describeEventLog(name: string, create: () => Promise<EventLogHarness>): void {
  describe(`${name} keeps the contract of an event log`, () => {
    let harness: EventLogHarness;
    let log: EventLog;
    let topic: string;
    const gaps: LogGap[] = [];
    const readAs = async (group: LogReader, groupName = 'projector', by = log): Promise<{ stop(): Promise<void> }> =>
      by.read(topic, groupName, group, (gap) => gaps.push(gap));

    beforeAll(async () => {
      harness = await create();
      log = await harness.connect();
    });
    afterAll(async () => harness?.close());
    beforeEach(async () => {
      topic = `contract.${randomUUID()}`;
      gaps.length = 0;
      await log.ensureTopics([{ name: topic, partitions: PARTITIONS, retention: 30 }]);
    });

    describe('what is appended', () => {
      it('is read in the order of its key, in batches of one partition with consecutive offsets', async () => {
        const keys = ['cadre-1', 'cadre-2', 'cadre-3', 'cadre-4'];
        for (let i = 0; i < 20; i += 1) await Promise.all(keys.map(async (key) => log.append(topic, [text(`${key} ${i}`, key)])));
        const group = new FakeGroup();

        const reading = await readAs(group);
        await eventually(() => expect(group.taken).toHaveLength(80));
        await reading.stop();

        for (const key of keys) expect(group.valuesOf(key)).toEqual(valuesOf(numbered(20, key)));
        for (const batch of group.batches) {
          expect(batch).toMatchObject({ topic, group: 'projector' });
          const first = batch.records[0]?.offset ?? -1;
          expect(batch.records.map(({ offset }) => offset)).toEqual(batch.records.map((_, i) => first + i));
          for (const { key } of batch.records) expect(partitionOf(key ?? '', PARTITIONS)).toBe(batch.partition);
        }
      });

      it('keeps the order of one append, however many records it has, and hands out at most 500 at once', async () => {
        await log.append(topic, numbered(1_800));
        const group = new FakeGroup();

        const reading = await readAs(group);
        await eventually(() => expect(group.taken).toHaveLength(1_800));
        await reading.stop();

        expect(valuesOf(group.taken)).toEqual(valuesOf(numbered(1_800)));
        for (const { records } of group.batches) expect(records.length).toBeLessThanOrEqual(500);
      });

      it('keeps offsets without holes when several append at once, to the same partitions in different orders', async () => {
        const keys = ['cadre-1', 'cadre-2', 'cadre-3', 'cadre-4', 'cadre-5', 'cadre-6'];
        const writers = await Promise.all([1, 2, 3, 4].map(async (writer) => ({ writer, by: await harness.connect() })));
        await Promise.all(
          writers.map(async ({ writer, by }) => {
            for (let i = 0; i < 30; i += 1) {
              const order = writer % 2 === 0 ? keys : keys.toReversed();
              await by.append(
                topic,
                order.map((key) => text(`${writer} ${i}`, key)),
              );
            }
          }),
        );
        const group = new FakeGroup();

        const reading = await readAs(group);
        await eventually(() => expect(group.taken).toHaveLength(4 * 30 * 6));
        await reading.stop();

        expect(gaps).toEqual([]);
        for (const key of keys) {
          for (const { writer } of writers) {
            const its = group.valuesOf(key).filter((value) => value.startsWith(`${writer} `));
            expect(its).toEqual(Array.from({ length: 30 }, (_, i) => `${writer} ${i}`));
          }
        }
      });

      it('comes back byte for byte: value, key and headers, Chinese text too', async () => {
        const headers = { ce_id: 'a-1', 'unit-name': '某某县自然资源局', quoted: '"\\\u0000\n', empty: '' };
        const record = { key: '干部-1', value: Buffer.from([0, 255, 10, 13, 92, 0]), headers };
        await log.append(topic, [record]);
        const group = new FakeGroup();

        const reading = await readAs(group);
        await eventually(() => expect(group.taken).toHaveLength(1));
        await reading.stop();

        const { offset, ...taken } = group.taken[0] ?? { offset: -1 };
        expect(offset).toBe(0);
        expect(taken).toEqual(record);
      });

      it('may have no key', async () => {
        await log.append(topic, [text('one', null), text('two', null)]);
        const group = new FakeGroup();

        const reading = await readAs(group);
        await eventually(() => expect(valuesOf(group.taken).toSorted()).toEqual(['one', 'two']));
        await reading.stop();

        expect(group.taken.map(({ key }) => key)).toEqual([null, null]);
      });

      it('may be as large as the cap; one byte more is refused, and nothing of that append is written', async () => {
        const largest = { key: null, value: Buffer.alloc(MAX_RECORD_BYTES, 7), headers: {} };
        const tooLarge = { ...largest, value: Buffer.alloc(MAX_RECORD_BYTES + 1, 7) };

        await expect(log.append(topic, [text('small'), tooLarge])).rejects.toThrow(RecordTooLarge);
        await log.append(topic, [largest]);
        const group = new FakeGroup();
        const reading = await readAs(group);
        await eventually(() => expect(group.taken).toHaveLength(1));
        await reading.stop();

        expect(group.taken[0]?.value.equals(largest.value)).toBe(true);
      });
    });

    describe('a topic', () => {
      it('keeps its partitions when it is ensured again with another number', async () => {
        await log.append(topic, numbered(5));

        await log.ensureTopics([{ name: topic, partitions: PARTITIONS + 4, retention: 'for-ever' }]);

        expect(await log.bounds(topic)).toHaveLength(PARTITIONS);
        expect((await log.bounds(topic))[partitionOf('cadre-1', PARTITIONS)]).toMatchObject({ low: 0, next: 5 });
      });

      it('knows since when its records wait', async () => {
        const partition = partitionOf('cadre-1', PARTITIONS);
        await log.append(topic, numbered(1));
        const middle = Date.now();
        await log.append(topic, numbered(2));

        const first = await log.oldestPending(topic, new Map([[partition, 0]]));
        const second = await log.oldestPending(topic, new Map([[partition, 1]]));

        expect(Math.abs((first?.getTime() ?? 0) - middle)).toBeLessThan(5_000);
        expect(second?.getTime()).toBeGreaterThanOrEqual(middle - 2_000);
        expect(await log.oldestPending(topic, new Map([[partition, 3]]))).toBeUndefined();
        expect(await log.oldestPending(topic, new Map())).toBeUndefined();
      });

      it('that does not exist takes nothing', async () => {
        await expect(log.append(`${topic}.absent`, [text('lost')])).rejects.toThrow(`${topic}.absent`);
      });
    });

    describe('a group', () => {
      it('gets its own copy of everything', async () => {
        await log.append(topic, numbered(10));
        const [projector, workflow] = [new FakeGroup(), new FakeGroup()];

        const readings = [await readAs(projector, 'projector'), await readAs(workflow, 'workflow')];
        await log.append(topic, [text('later')]);
        await eventually(() => expect([projector.taken.length, workflow.taken.length]).toEqual([11, 11]));
        await Promise.all(readings.map(async (reading) => reading.stop()));
      });

      it('gets the same records again after a failure, and other partitions go on meanwhile', async () => {
        const keys = ['cadre-1', 'cadre-2', 'cadre-3', 'cadre-4', 'cadre-5', 'cadre-6'];
        const other = keys.find((key) => partitionOf(key, PARTITIONS) !== partitionOf('cadre-1', PARTITIONS)) ?? '';
        const group = new FakeGroup();
        group.failNext('cadre-1', 3);
        await log.append(topic, numbered(4));

        const reading = await readAs(group);
        await log.append(topic, numbered(4, other));
        await eventually(() => expect(group.valuesOf(other)).toHaveLength(4));
        const failuresWhileOthersWent = group.failures;
        await eventually(() => expect(group.valuesOf('cadre-1')).toHaveLength(4));
        await reading.stop();

        expect(failuresWhileOthersWent).toBeLessThanOrEqual(3);
        expect(group.failures).toBe(3);
        expect(group.valuesOf('cadre-1')).toEqual(valuesOf(numbered(4)));
      });

      it('begins where its own stored offset says, also after that was moved back', async () => {
        await log.append(topic, numbered(10));
        const partition = partitionOf('cadre-1', PARTITIONS);
        const group = new FakeGroup();
        group.next.set(partition, 7);

        const reading = await readAs(group);
        await eventually(() => expect(group.valuesOf('cadre-1')).toEqual(['cadre-1 7', 'cadre-1 8', 'cadre-1 9']));
        await reading.stop();
        group.next.set(partition, 8);
        const again = await readAs(group);
        await eventually(() => expect(group.valuesOf('cadre-1').slice(3)).toEqual(['cadre-1 8', 'cadre-1 9']));
        await again.stop();
      });

      it('goes on after a stop, exactly where it stopped', async () => {
        const group = new FakeGroup();
        const first = await readAs(group);
        await log.append(topic, numbered(3));
        await eventually(() => expect(group.taken).toHaveLength(3));
        await first.stop();
        await log.append(topic, [text('while nobody read')]);

        const second = await readAs(group);
        await eventually(() => expect(group.taken).toHaveLength(4));
        await second.stop();

        expect(group.valuesOf('cadre-1')).toEqual([...valuesOf(numbered(3)), 'while nobody read']);
      });

      it('is told nothing after stop has resolved, and a running batch ends before that', async () => {
        const group = new FakeGroup();
        group.slowness = 300;
        const reading = await readAs(group);
        await log.append(topic, numbered(3));
        await eventually(() => expect(group.running).toBe(1));

        await reading.stop();
        const taken = group.taken.length;
        await log.append(topic, [text('too late')]);

        expect(group.running).toBe(0);
        expect(taken).toBe(3);
        expect(group.taken).toHaveLength(taken);
      });

      it('shares the partitions among its members and never hands one to two of them', async () => {
        const other = await harness.connect();
        const group = new FakeGroup();
        const readings = [await readAs(group), await readAs(group, 'projector', other)];

        for (let i = 0; i < 20; i += 1) await log.append(topic, [text(`cadre-1 ${i}`), text(`cadre-2 ${i}`, 'cadre-2')]);
        await eventually(() => expect(group.taken).toHaveLength(40));
        await Promise.all(readings.map(async (reading) => reading.stop()));

        expect(group.valuesOf('cadre-1')).toEqual(valuesOf(numbered(20)));
        expect(group.valuesOf('cadre-2')).toEqual(valuesOf(numbered(20, 'cadre-2')));
      });
    });

    describe('records that are gone', () => {
      it('are a gap for a group that has not read them: the partition stops, and nothing is skipped', async () => {
        const partition = partitionOf('cadre-1', PARTITIONS);
        await log.append(topic, numbered(10));
        await harness.forget(topic, partition, 6);
        const group = new FakeGroup();
        group.next.set(partition, 2);

        const reading = await readAs(group);
        await eventually(() => expect(gaps.length).toBeGreaterThan(0));
        await reading.stop();

        expect(gaps[0]).toBeInstanceOf(LogGap);
        expect(gaps[0]?.message).toContain(`projector at ${topic}/${partition}`);
        expect(group.taken).toEqual([]);
        expect(group.next.get(partition)).toBe(2);
      });

      it('are no gap for a group that has read them, nor for a new one, which begins at the oldest record kept', async () => {
        const partition = partitionOf('cadre-1', PARTITIONS);
        await log.append(topic, numbered(10));
        await harness.forget(topic, partition, 6);
        const [knowing, fresh] = [new FakeGroup(), new FakeGroup()];
        knowing.next.set(partition, 6);

        const readings = [await readAs(knowing, 'knowing'), await readAs(fresh, 'fresh')];
        await eventually(() => expect([knowing.taken.length, fresh.taken.length]).toEqual([4, 4]));
        await Promise.all(readings.map(async (reading) => reading.stop()));

        expect(fresh.taken[0]?.offset).toBe(6);
        expect((await log.bounds(topic))[partition]).toEqual({ partition, low: 6, next: 10 });
        expect(gaps).toEqual([]);
      });

      it('are a gap when the group is ahead of the log: it never jumps, and its other partitions go on', async () => {
        const ahead = partitionOf('cadre-1', PARTITIONS);
        const other = ['cadre-2', 'cadre-3', 'cadre-4', 'cadre-5'].find((key) => partitionOf(key, PARTITIONS) !== ahead) ?? '';
        const group = new FakeGroup();
        group.next.set(ahead, 1_000);
        await log.append(topic, [...numbered(3), ...numbered(3, other)]);

        const reading = await readAs(group);
        await eventually(() => expect(gaps.length).toBeGreaterThan(0));
        await eventually(() => expect(group.taken).toHaveLength(3));
        await reading.stop();

        expect(group.valuesOf(other)).toEqual(valuesOf(numbered(3, other)));
        expect(group.next.get(ahead)).toBe(1_000);
      });
    });

    describe('a scan', () => {
      const partition = partitionOf('cadre-1', PARTITIONS);
      const scanned = async (from: number, until: number, by = log): Promise<string[]> => {
        const scan = await by.openScan(topic);
        try {
          const values: string[] = [];
          for await (const page of scan.pages({ partition, from, until })) values.push(...valuesOf(page));
          return values;
        } finally {
          await scan.close();
        }
      };

      it('reads a range from the first record on, in order, page after page', async () => {
        await log.append(topic, numbered(5_000));
        expect(await scanned(0, 5_000)).toEqual(valuesOf(numbered(5_000)));
        expect(await scanned(1_700, 3_900)).toEqual(valuesOf(numbered(5_000).slice(1_700, 3_900)));
        expect(await scanned(700, 700)).toEqual([]);
      });

      it('reads bytes, keys and headers as a group does, one partition after another, and one again that was left midway', async () => {
        const headers = { ce_id: 'a-1', 'unit-name': '某某县自然资源局' };
        const other = ['cadre-2', 'cadre-3', 'cadre-4', 'cadre-5'].find((key) => partitionOf(key, PARTITIONS) !== partition) ?? '';
        await log.append(topic, [text('one', 'cadre-1', headers), ...numbered(3_000), text('two', other, headers)]);
        const scan = await log.openScan(topic);
        for await (const page of scan.pages({ partition, from: 0, until: 3_001 })) {
          expect(page[0]).toEqual({ ...text('one', 'cadre-1', headers), offset: 0 });
          break;
        }
        for await (const page of scan.pages({ partition: partitionOf(other, PARTITIONS), from: 0, until: 1 })) {
          expect(page).toEqual([{ ...text('two', other, headers), offset: 0 }]);
        }
        let read = 0;
        for await (const page of scan.pages({ partition, from: 0, until: 3_001 })) read += page.length;
        await scan.close();
        expect(read).toBe(3_001);
      });

      it('reads ranges of several partitions at once, each in order, one of them left midway', async () => {
        const keys = ['cadre-1', 'cadre-2', 'cadre-3', 'cadre-4', 'cadre-5', 'cadre-6', 'cadre-7', 'cadre-8'];
        const ofEach = [...new Map(keys.map((key) => [partitionOf(key, PARTITIONS), key])).values()];
        expect(ofEach).toHaveLength(PARTITIONS);
        await log.append(
          topic,
          ofEach.flatMap((key) => numbered(3_000, key)),
        );
        const scan = await log.openScan(topic);
        const read = async (key: string, atMost = Infinity): Promise<readonly string[]> => {
          const values: string[] = [];
          for await (const page of scan.pages({ partition: partitionOf(key, PARTITIONS), from: 100, until: 3_000 })) {
            // Whoever takes longer over a page is no reason for the others to end.
            await sleep(key === ofEach[0] ? 20 : 0);
            values.push(...valuesOf(page));
            if (values.length >= atMost) break;
          }
          return values;
        };
        const [first, ...others] = await Promise.all(ofEach.map(async (key, place) => read(key, place === 0 ? 1 : Infinity)));
        const again = await read(ofEach[0] ?? '');
        await scan.close();
        expect(others).toEqual(ofEach.slice(1).map((key) => valuesOf(numbered(3_000, key).slice(100))));
        expect(again).toEqual(valuesOf(numbered(3_000, ofEach[0]).slice(100)));
        expect(first).toEqual(again.slice(0, first?.length));
      });

      it('changes nothing for a group that reads meanwhile, nor for where it stands', async () => {
        const group = new FakeGroup();
        await log.append(topic, numbered(1_200));
        const reading = await readAs(group);
        const [one, two] = await Promise.all([scanned(0, 1_200), scanned(100, 1_100, await harness.connect())]);
        await log.append(topic, [text('later')]);
        await eventually(() => expect(group.taken).toHaveLength(1_201));
        await reading.stop();
        expect([one.length, two.length, group.refused, group.failures]).toEqual([1_200, 1_000, 0, 0]);
        expect(group.next).toEqual(new Map([[partition, 1_201]]));
      });

      it('is a gap where records are gone, have not come, or have no partition: it never skips and never waits', async () => {
        await log.append(topic, numbered(10));
        await harness.forget(topic, partition, 6);
        await expect(scanned(5, 10)).rejects.toThrow(LogGap);
        await expect(scanned(6, 11)).rejects.toThrow(LogGap);
        expect(await scanned(6, 10)).toEqual(valuesOf(numbered(10).slice(6)));
        const scan = await log.openScan(topic);
        await expect(scan.pages({ partition: PARTITIONS, from: 0, until: 1 }).next()).rejects.toThrow(LogGap);
        await scan.close();
      });

      it('of a topic that does not exist is refused', async () => {
        await expect(log.openScan(`${topic}.absent`)).rejects.toThrow(`${topic}.absent`);
      });
    });
  });
}
