import { MAX_RECORD_BYTES, type RecordBatch } from '#messaging/event-log';
import { requireFlowing } from '#messaging/postgres/outbox-flow';
import { OutboxRelay } from '#messaging/postgres/outbox-relay';
import { Database } from '#persistence/database';
import { eventually } from '#testing/eventually';
import { FakeEventLog } from '#testing/fake-event-log';
import { CuttingProxy } from '#testing/services/cutting-proxy';
import { describeWith, freshDatabase } from '#testing/services/local-services';

const TOPIC = 'told';
const WRITER = 'spec';

describeWith(['postgres'], 'the relay of an outbox', () => {
  let url: string;
  let drop: () => Promise<void>;
  let database: Database;
  let log: FakeEventLog;
  let relay: OutboxRelay;
  let held: string[];
  let sent: string[];

  beforeAll(async () => {
    ({ url, drop } = await freshDatabase());
    database = await Database.connect(url, 2);
    await database.migrate();
  });

  beforeEach(async () => {
    await database.query('TRUNCATE log.outbox');
    log = new FakeEventLog();
    await log.ensureTopics([{ name: TOPIC, partitions: 1, retention: 'for-ever' }]);
    held = [];
    sent = [];
    const reader = {
      nextOffset: async () => 0,
      handle: async ({ records }: RecordBatch) => void sent.push(...records.map(({ headers }) => headers['ce_id'] ?? '')),
    };
    await log.read(TOPIC, 'spec', reader, () => undefined);
  });

  afterEach(async () => {
    await relay?.stop();
    await log.close();
  });

  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  const announce = async (...events: readonly (readonly [id: string, text?: string])[]): Promise<void> =>
    database.transaction(async (tx) =>
      tx.announce(
        WRITER,
        events.map(([id, text = '']) => ({ topic: TOPIC, key: 'c-1', id, type: 'said', data: { text } })),
      ),
    );

  const startRelay = (address: string): void => {
    relay = new OutboxRelay(address, log, WRITER, { onFailure: () => undefined, onHeld: (id) => held.push(id) });
    relay.start();
  };

  it('sets an event aside that the log never takes, says so, and sends the others in their order', async () => {
    await announce(['1'], ['2'], ['3', 'x'.repeat(MAX_RECORD_BYTES)], ['4'], ['5']);
    startRelay(url);
    await eventually(() => expect(sent).toEqual(['1', '2', '4', '5']));
    await announce(['6']);
    await eventually(() => expect(sent).toEqual(['1', '2', '4', '5', '6']));

    expect(held).toEqual(['3']);
    const left = await database.query('SELECT event_id, held FROM log.outbox');
    expect(left).toEqual([{ event_id: '3', held: expect.stringContaining(String(MAX_RECORD_BYTES)) }]);
  });

  it('is not well while an event of its writer is held', async () => {
    await announce(['1', 'x'.repeat(MAX_RECORD_BYTES)]);
    await requireFlowing(database, [WRITER]);
    startRelay(url);
    await eventually(() => expect(held).toEqual(['1']));

    await expect(requireFlowing(database, [WRITER])).rejects.toThrow('announcements stay: spec');
    await requireFlowing(database, ['another']);
    await requireFlowing(database, []);
  });

  it('is not well when an event has waited for more than a minute', async () => {
    await announce(['1'], ['2']);
    await database.query("UPDATE log.outbox SET created_at = now() - interval '59 seconds' WHERE event_id = '1'");
    await requireFlowing(database, [WRITER]);
    await database.query("UPDATE log.outbox SET created_at = now() - interval '61 seconds' WHERE event_id = '1'");

    await expect(requireFlowing(database, [WRITER])).rejects.toThrow('announcements stay: spec');
  });

  describe('whose database has gone without a word', () => {
    let proxy: CuttingProxy;

    beforeEach(async () => {
      const address = new URL(url);
      proxy = await CuttingProxy.to(address.hostname, Number(address.port));
      address.port = String(proxy.port);
      await announce(['1']);
      startRelay(address.href);
    });

    afterEach(async () => proxy.close());

    it('connects again and goes on', async () => {
      await eventually(() => expect(sent).toEqual(['1']));
      proxy.muteAll();
      await announce(['2']);
      await eventually(() => expect(sent).toEqual(expect.arrayContaining(['1', '2'])));
    });

    it('stops in seconds all the same', async () => {
      await eventually(() => expect(sent).toEqual(['1']));
      proxy.muteAll();
      await announce(['2']);
      const began = Date.now();
      await relay.stop();
      expect(Date.now() - began).toBeLessThan(8_000);
    });
  });
});
