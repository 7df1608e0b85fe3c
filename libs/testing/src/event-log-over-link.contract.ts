import { randomUUID } from 'node:crypto';
import { type EventLog, LogUnavailable, type NewRecord, type Reading } from '#messaging/event-log';
import type { EventLogHarness } from '#testing/event-log.contract';
import { eventually } from '#testing/eventually';
import { FakeGroup } from '#testing/fake-group';

/** What lies between a connection and its server. */
export interface Link {
  /** Loses the answer to the next append after the server has done it; resolves when that has happened. */
  loseNextAnswer(): Promise<void>;
  /** Cuts what is connected; the client may connect again. */
  cut(): void;
  /** Cuts the client off for good, as if its machine had gone. */
  sever(): void;
}

export interface LinkedEventLogHarness extends EventLogHarness {
  /** A connection over a link that can fail; the harness closes both. */
  connectOverLink(): Promise<{ readonly log: EventLog; readonly link: Link }>;
}

const text = (value: string): NewRecord => ({ key: 'cadre-1', value: Buffer.from(value), headers: {} });
const numbered = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `event ${from + i}`);
const nobody = (): void => undefined;

/** What an event log promises when connections, answers and processes are lost. */
export function describeEventLogOverLink(name: string, create: () => Promise<LinkedEventLogHarness>): void {
  describe(`${name} over a link that fails`, () => {
    let harness: LinkedEventLogHarness;
    let log: EventLog;
    let topic: string;
    let group: FakeGroup;

    beforeAll(async () => {
      harness = await create();
      log = await harness.connect();
    });
    afterAll(async () => harness?.close());
    beforeEach(async () => {
      topic = `contract.${randomUUID()}`;
      group = new FakeGroup();
      await log.ensureTopics([{ name: topic, partitions: 2, retention: 'for-ever' }]);
    });

    const readAs = async (by: EventLog): Promise<Reading> => by.read(topic, 'projector', group, nobody);
    const append = async (by: EventLog, values: readonly string[]): Promise<void> => by.append(topic, values.map(text));
    /** Sends again what may not have been written, as a relay or an agency does. */
    const appendUntilSure = async (by: EventLog, values: readonly string[]): Promise<number> => {
      for (let tries = 1; ; tries += 1) {
        try {
          await append(by, values);
          return tries;
        } catch (error) {
          if (!(error instanceof LogUnavailable) || tries === 30) throw error;
        }
      }
    };

    it('an append whose answer is lost is not lost itself, and sending it again puts nothing out of order', async () => {
      const { log: distant, link } = await harness.connectOverLink();
      await append(distant, ['before']);

      const lost = link.loseNextAnswer();
      const tries = await appendUntilSure(distant, ['one', 'two', 'three']);
      await lost;
      await append(distant, ['after']);
      const reading = await readAs(log);
      await eventually(() => expect(group.valuesOf('cadre-1').at(-1)).toBe('after'));
      await reading.stop();

      const written = group.valuesOf('cadre-1');
      expect([...new Set(written)]).toEqual(['before', 'one', 'two', 'three', 'after']);
      expect(written.length).toBeLessThanOrEqual(2 + 3 * tries);
    });

    it('loses nothing of what was acknowledged when answers are lost while many append', async () => {
      const { log: distant, link } = await harness.connectOverLink();
      await append(distant, ['before']);

      const lost = [1, 2, 3].map((round) => ({ round, values: numbered(round * 100, round * 100 + 40) }));
      for (const { values } of lost) {
        const answer = link.loseNextAnswer();
        await Promise.all(values.map(async (value) => appendUntilSure(distant, [value])));
        await answer;
      }
      const reading = await readAs(log);
      await eventually(() => expect(new Set(group.valuesOf('cadre-1')).size).toBe(121));
      await reading.stop();
    });

    it('appends and reads again after every connection was cut', async () => {
      const { log: distant, link } = await harness.connectOverLink();
      const reading = await readAs(distant);
      await append(distant, numbered(0, 5));
      await eventually(() => expect(group.taken).toHaveLength(5));

      link.cut();
      await appendUntilSure(distant, ['after the cut']);
      await eventually(() => expect(group.valuesOf('cadre-1').at(-1)).toBe('after the cut'), 40_000);
      await reading.stop();

      expect([...new Set(group.valuesOf('cadre-1'))]).toEqual([...numbered(0, 5), 'after the cut']);
    });

    it('another member takes over where one that has gone had stopped', async () => {
      const { log: distant, link } = await harness.connectOverLink();
      await readAs(distant);
      await append(log, numbered(0, 5));
      await eventually(() => expect(group.taken).toHaveLength(5));
      const heir = await readAs(log);

      link.sever();
      await append(log, numbered(5, 10));
      await eventually(() => expect(group.taken).toHaveLength(10), 40_000);
      await heir.stop();

      expect(group.valuesOf('cadre-1')).toEqual(numbered(0, 10));
    });

    it('says within seconds that an append is not possible while the server is away', async () => {
      const { log: distant, link } = await harness.connectOverLink();
      await append(distant, ['before']);
      link.sever();
      const began = Date.now();

      await expect(append(distant, ['while it is away'])).rejects.toThrow(LogUnavailable);

      expect(Date.now() - began).toBeLessThan(7_000);
    });
  });
}
