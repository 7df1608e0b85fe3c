import type { ChannelRecord } from '#contracts/signals/channel-record';
import { Database } from '#persistence/database';
import { aChangeRecord, aChannelBatch, aSignalRecord, aWithdrawalRecord, eventOf, SOURCE } from '#testing/channel-records';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { ChannelRecordConsumer } from './channel-record.consumer';

const REGISTRY = [
  `INSERT INTO resolver.unit (code, name, category) VALUES ('U-001', '云岭镇', 'township'), ('U-003', '县财政局', 'department')`,
  `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-001', 'U-001', '镇长', '{}'), ('P-003', 'U-003', '局长', '{}')`,
  `INSERT INTO resolver.cadre (id, token, name, category)
   VALUES ('cadre:1', 'token-1', '陈示例', '一把手'), ('cadre:2', 'token-2', '李样本', '财务经济'), ('cadre:3', 'token-3', '周示例', '其他')`,
  `INSERT INTO resolver.post_history (cadre_id, post_code, from_day, left_day)
   VALUES ('cadre:1', 'P-001', '2020-01-01', NULL), ('cadre:2', 'P-003', '2020-01-01', NULL), ('cadre:3', 'P-003', '2020-01-01', '2021-01-01')`,
];
const MAYOR = { name: '陈示例', unitCode: 'U-001', post: '镇长' };

describeWith(['postgres'], 'of a cadre whom a higher level manages', () => {
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
    for (const sql of REGISTRY) await database.query(sql);
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
  const list = async (kind: 'token' | 'unit', value: string): Promise<unknown> =>
    database.query('INSERT INTO gateway.managed_higher (kind, value) VALUES ($1, $2)', [kind, value]);
  const becauseOf = async (...ids: readonly string[]): Promise<unknown[]> => {
    const rows = await database.query<{ event_id: string; because: string | null }>(
      'SELECT event_id, because FROM resolver.receipt_state WHERE event_id = ANY($1::uuid[])',
      [ids.map((id) => eventOf(id))],
    );
    return ids.map((id) => rows.find(({ event_id }) => event_id === eventOf(id))?.because);
  };
  const announced = async (): Promise<unknown[]> => {
    const rows = await database.query<{ data: string }>(`SELECT data FROM log.outbox WHERE writer = 'signal-resolver' ORDER BY id`);
    return rows.map(({ data }): unknown => JSON.parse(data));
  };

  it('who has moved up since, no change of an earlier signal is entered, whoever sends it and whatever it says: each leaves a stub without content', async () => {
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

  it('by the list of the door though not by the registry, a signal is not entered that names no ID number', async () => {
    await list('token', 'token-1');
    await receive(aSignalRecord({ id: '1', subject: MAYOR }), aSignalRecord({ id: '2', subject: { cadreToken: 'token-2' } }));
    expect(await announced()).toMatchObject([{ kind: 'signal', subject: 'cadre:2' }]);
    expect(await becauseOf('1', '2')).toEqual(['managed-higher', null]);
  });

  it('with a post today in a unit of the list, a signal is not entered that names an ID number alone; one who has left it is managed here', async () => {
    await list('unit', 'U-003');
    const [two, three] = ['token-2', 'token-3'].map((cadreToken) => ({ cadreToken }));
    await receive(aSignalRecord({ id: '2', subject: two }), aSignalRecord({ id: '3', subject: three }));
    expect(await announced()).toMatchObject([{ kind: 'signal', subject: 'cadre:3' }]);
    expect(await becauseOf('2', '3')).toEqual(['managed-higher', null]);
  });

  it('or of a unit, which came to stand on the list, no change of an earlier signal is entered', async () => {
    await receive(
      aSignalRecord({ id: '1' }),
      aSignalRecord({ id: '2', code: 'org-fiscal-discipline-breach', subject: { unitCode: 'U-003' } }),
    );
    await list('token', 'token-1');
    await list('unit', 'U-003');
    await receive(aChangeRecord({ id: 'c1' }, '1'), aChangeRecord({ id: 'c2' }, '2'));
    expect(await announced()).toMatchObject([{ kind: 'signal' }, { kind: 'signal' }]);
    expect(await becauseOf('c1', 'c2')).toEqual(['managed-higher', 'managed-higher']);
  });

  it('an earlier signal can still be taken back by its sender', async () => {
    await receive(aSignalRecord({ id: '1' }));
    await moveUp();
    await receive(aWithdrawalRecord({ id: 'w' }, '1'));
    expect((await announced()).at(-1)).toMatchObject({ kind: 'withdrawal', subject: 'cadre:1', target: eventOf('1') });
  });
});
