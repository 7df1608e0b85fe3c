import type { ChannelRecord } from '#contracts/signals/channel-record';
import { Database } from '#persistence/database';
import { aChangeRecord, aChannelBatch, aSignalRecord, aWithdrawalRecord, eventOf, SOURCE } from '#testing/channel-records';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { ChannelRecordConsumer } from './channel-record.consumer';

describeWith(['postgres'], 'about a cadre who has moved up since', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let consumer: ChannelRecordConsumer;
  let offset = 0;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 3);
    await database.migrate();
    consumer = new ChannelRecordConsumer(database, new Sealer(Buffer.alloc(32, 5)));
    offset = 0;
    await database.query(`INSERT INTO resolver.cadre VALUES ('cadre:1', 'token-1', '陈示例', '一把手')`);
  });
  afterEach(async () => {
    await database?.close();
    await fresh?.drop();
  });

  async function receive(...records: readonly ChannelRecord[]): Promise<void> {
    await consumer.resolve(aChannelBatch(records, offset));
    offset += records.length;
  }
  const moveUp = async (): Promise<unknown> => database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'cadre:1'`);
  const announced = async (): Promise<unknown[]> => {
    const rows = await database.query<{ data: string }>('SELECT data FROM log.outbox ORDER BY id');
    return rows.map(({ data }): unknown => JSON.parse(data));
  };

  it('no change of an earlier signal is entered, whoever sends it and whatever it says: each leaves a stub without content', async () => {
    await receive(aSignalRecord({ id: '1' }), aSignalRecord({ id: '2', code: 'public-accusation-real-name' }));
    await moveUp();
    const of = { source: SOURCE, id: '2' };
    await receive(
      aChangeRecord({ id: 'c' }, '1'),
      aSignalRecord({ id: 'd', code: 'public-false-accusation', authority: 'city', subject: undefined, data: { of } }),
    );
    expect(await announced()).toMatchObject([{ kind: 'signal' }, { kind: 'signal' }]);
    const ids = ['c', 'd'].map((id) => eventOf(id)).toSorted();
    const stub = {
      state: 'refused',
      named: null,
      unit_code: null,
      sealed: null,
      reason: expect.stringContaining('五个工作日内向上级移送'),
    };
    expect(await database.query('SELECT * FROM resolver.triage ORDER BY event_id')).toMatchObject(
      ids.map((event_id) => ({ ...stub, event_id, because: 'managed-higher' })),
    );
    const receipts = 'SELECT event_id, state, because FROM resolver.receipt_state WHERE event_id = ANY($1::uuid[]) ORDER BY event_id';
    expect(await database.query(receipts, [ids])).toEqual(
      ids.map((event_id) => ({ event_id, state: 'refused', because: 'managed-higher' })),
    );
  });

  it('its sender can still take an earlier signal back', async () => {
    await receive(aSignalRecord({ id: '1' }));
    await moveUp();
    await receive(aWithdrawalRecord({ id: 'w' }, '1'));
    expect((await announced()).at(-1)).toMatchObject({ kind: 'withdrawal', subject: 'cadre:1', target: eventOf('1') });
  });
});
