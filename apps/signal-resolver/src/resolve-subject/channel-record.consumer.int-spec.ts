import type { ChannelRecord } from '#contracts/signals/channel-record';
import { riskFact, type RiskFact } from '#contracts/risk/risk-facts';
import { RISK_SIGNALS } from '#contracts/topics';
import { Database } from '#persistence/database';
import {
  aChangeRecord,
  aChannelBatch,
  aPostHeldRecord,
  aPostLeftRecord,
  aSignalRecord,
  aWithdrawalRecord,
  eventOf,
  SOURCE,
} from '#testing/channel-records';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { ChannelRecordConsumer } from './channel-record.consumer';

const REGISTRY = `
  INSERT INTO resolver.unit VALUES ('U-001', '云岭镇', NULL, 'township'), ('U-003', '县财政局', NULL, 'department');
  INSERT INTO resolver.post VALUES ('P-001', 'U-001', '镇长', '{principal}'), ('P-002', 'U-003', '局长', '{money}');
  INSERT INTO resolver.cadre VALUES ('cadre:1', 'token-1', '陈示例', '一把手'), ('cadre:2', 'token-2', '陈示例', '财务经济'),
                                    ('cadre:3', 'token-3', '周示例', '财务经济');
  INSERT INTO resolver.post_history VALUES ('cadre:1', 'P-001', '2020-01-01', NULL), ('cadre:2', 'P-002', '2021-01-01', '2026-01-01'),
                                           ('cadre:3', 'P-002', '2026-01-01', NULL);`;

const MAYOR = { name: '陈示例', unitCode: 'U-001', post: '镇长' };

describeWith(['postgres'], 'what the door wrote on a channel', () => {
  const sealer = new Sealer(Buffer.alloc(32, 5));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let consumer: ChannelRecordConsumer;
  let offset = 0;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 6);
    await database.migrate();
    consumer = new ChannelRecordConsumer(database, sealer);
  });
  beforeEach(async () => {
    offset = 0;
    await database.query(
      'TRUNCATE log.outbox, log.consumer_offset, log.parked, resolver.unit, resolver.cadre, resolver.signal, resolver.envelope, resolver.waiting CASCADE',
    );
    for (const statement of REGISTRY.split(';')) if (statement.trim()) await database.query(statement);
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  async function receive(...records: readonly ChannelRecord[]): Promise<void> {
    await consumer.resolve(aChannelBatch(records, offset));
    offset += records.length;
  }

  /** All facts that have been announced, in order, each checked against its contract. */
  async function announced(): Promise<RiskFact[]> {
    const rows = await database.query<Record<'topic' | 'key' | 'event_id' | 'type' | 'data' | 'writer', string>>(
      'SELECT writer, topic, key, event_id, type, data FROM log.outbox ORDER BY id',
    );
    return rows.map(({ writer, topic, key, event_id, type, data }) => {
      const fact = riskFact.parse(JSON.parse(data));
      const envelope = { writer: 'signal-resolver', topic: RISK_SIGNALS, key: fact.subject, type: `liuqu.risk-fact.${fact.kind}.v1` };
      expect({ writer, topic, key, type, event_id }).toEqual({ ...envelope, event_id: fact.eventId });
      return fact;
    });
  }

  const toldInShort = async (): Promise<unknown> => (await announced()).map(({ kind, eventId, subject }) => [kind, eventId, subject]);
  /** Signals that count: announced, and neither corrected nor taken back since. */
  async function inPlace(): Promise<string[]> {
    const facts = await announced();
    const gone = facts.flatMap((fact) => ('corrects' in fact ? (fact.corrects ?? []) : fact.kind === 'withdrawal' ? fact.target : []));
    return facts.flatMap(({ kind, eventId }) => (kind === 'signal' && !gone.includes(eventId) ? eventId : []));
  }
  const statesOf = async (): Promise<Record<string, string>> => {
    const rows = await database.query<{ event_id: string; state: string }>('SELECT event_id, state FROM resolver.receipt_state');
    return Object.fromEntries(rows.map(({ event_id, state }) => [event_id, state]));
  };
  const triage = async (): Promise<Record<string, unknown>[]> => database.query('SELECT * FROM resolver.triage ORDER BY event_id');

  it('becomes facts in the order of the batch, keyed by the cadre', async () => {
    await receive(
      aSignalRecord({ id: '1' }),
      aSignalRecord({ id: '2', subject: { cadreToken: 'token-3' } }),
      aSignalRecord({ id: '3', subject: MAYOR }),
      aChangeRecord({ id: '4' }, '1'),
    );
    expect(await toldInShort()).toEqual([
      ['signal', eventOf('1'), 'cadre:1'],
      ['signal', eventOf('2'), 'cadre:3'],
      ['signal', eventOf('3'), 'cadre:1'],
      ['change', eventOf('4'), 'cadre:1'],
    ]);
    expect((await announced())[0]).toMatchObject({ assignment: 1, releasedOn: '2026-04-30', receivedOn: '2026-04-30', day: '2026-04-27' });
    expect(await statesOf()).toMatchObject({ [eventOf('1')]: 'resolved', [eventOf('4')]: 'resolved' });
  });

  it('counts once, delivered again or appended twice at the door', async () => {
    const signal = aSignalRecord({ id: '1' });
    await receive(signal, signal);
    await receive(signal);
    await expect(consumer.resolve(aChannelBatch([signal], 0))).rejects.toThrow('no longer at');
    expect(await toldInShort()).toEqual([['signal', eventOf('1'), 'cadre:1']]);
  });

  it('is found by name, unit and post when no ID number is given, for the holder on the day', async () => {
    await receive(
      aSignalRecord({ id: '1', subject: MAYOR }),
      aSignalRecord({ id: '2', subject: { name: '陈示例', unitCode: 'U-003', post: '局长' }, data: { occurredOn: '2025-12-31' } }),
      aSignalRecord({ id: '3', subject: { name: '陈示例', unitCode: 'U-003', post: '局长' }, data: { occurredOn: '2026-01-01' } }),
    );
    expect(await toldInShort()).toEqual([
      ['signal', eventOf('1'), 'cadre:1'],
      ['signal', eventOf('2'), 'cadre:2'],
    ]);
    expect(await statesOf()).toMatchObject({ [eventOf('3')]: 'triage' });
  });

  it('lies in triage when the ID number is of nobody known, though name, unit and post fit one cadre', async () => {
    await receive(aSignalRecord({ id: '1', subject: { cadreToken: 'of nobody', ...MAYOR } }));
    expect(await announced()).toEqual([]);
    expect(await triage()).toMatchObject([
      { event_id: eventOf('1'), state: 'open', candidates: [{ cadreId: 'cadre:1' }, { cadreId: 'cadre:2' }] },
    ]);
  });

  it('is refused without its content when a higher level manages the cadre, and a stub says that it is to be handed up', async () => {
    await database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'cadre:1'`);
    await receive(
      aSignalRecord({ id: '1' }),
      aSignalRecord({ id: '2', subject: MAYOR }),
      aPostHeldRecord({ id: '3' }),
      aChangeRecord({ id: 'c' }, '1'),
    );
    expect(await announced()).toEqual([]);
    expect(await statesOf()).toEqual(Object.fromEntries(['1', '2', '3', 'c'].map((id) => [eventOf(id), 'refused'])));
    const purged = { state: 'refused', named: null, unit_code: null, post: null, candidates: [], sealed: null, settled_by: null };
    const stub = { ...purged, reason: expect.stringContaining('五个工作日内向上级移送'), channel: 'organization' };
    const ids = ['1', '2', '3'].map((id) => eventOf(id)).toSorted();
    expect(await triage()).toMatchObject(ids.map((event_id) => ({ ...stub, event_id })));
    expect(await database.query('SELECT 1 FROM resolver.waiting')).toEqual([]);
  });

  it('is about nobody here when it corrects a signal but names a cadre managed higher: what it corrects is taken back', async () => {
    await database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'cadre:3'`);
    await receive(aSignalRecord({ id: '1' }), aSignalRecord({ id: '2', subject: { cadreToken: 'token-3' }, data: { correctionOf: '1' } }));
    expect(await announced()).toMatchObject([{ kind: 'signal' }, { kind: 'withdrawal', subject: 'cadre:1', target: eventOf('1') }]);
    expect(await statesOf()).toMatchObject({ [eventOf('2')]: 'refused' });
  });

  it('is refused without its content when its sender may not speak of the person or the unit', async () => {
    await database.query(`INSERT INTO resolver.unit VALUES ('U-004', '财政所', 'U-001', 'department')`);
    const town = { units: ['U-001'] };
    await receive(
      aSignalRecord({ id: '1', ...town }),
      aSignalRecord({ id: '2', subject: { cadreToken: 'token-3' }, ...town }),
      aSignalRecord({ id: '3', subject: { name: '陈示例', unitCode: 'U-003', post: '局长' }, data: { occurredOn: '2025-12-31' }, ...town }),
      aSignalRecord({ id: '4', code: 'org-fiscal-discipline-breach', subject: { unitCode: 'U-003' }, ...town }),
      aSignalRecord({ id: '5', code: 'org-fiscal-discipline-breach', subject: { unitCode: 'U-004' }, ...town }),
      aPostHeldRecord({ id: '6', data: { postCode: 'P-002' }, ...town }),
      aChangeRecord({ id: 'c1' }, '2'),
      aSignalRecord({ id: '7', subject: { cadreToken: 'token-3' } }),
    );
    await receive(aChangeRecord({ id: 'c2', source: '/agency/A-T1/main', agency: 'A-T1', ...town }, '7'));
    expect((await announced()).map(({ eventId }) => eventId)).toEqual(['1', '5', '7'].map((id) => eventOf(id)));
    const receipts = await database.query<{ event_id: string; because: string }>(
      `SELECT event_id, because FROM resolver.receipt_state WHERE state = 'refused'`,
    );
    const because = Object.fromEntries(receipts.map((receipt) => [receipt.event_id, receipt.because]));
    const outOfRange = ['2', '3', '4', '6'].map((id) => [eventOf(id), 'out-of-range']);
    const change = eventOf('c2', '/agency/A-T1/main');
    expect(because).toEqual({ ...Object.fromEntries(outOfRange), [change]: 'out-of-range', [eventOf('c1')]: 'its-signal-not-taken' });
    const purged = { state: 'refused', named: null, unit_code: null, post: null, candidates: [], sealed: null, settled_by: null };
    const stubs = await triage();
    expect(stubs).toHaveLength(5);
    for (const stub of stubs) expect(stub).toMatchObject({ ...purged, reason: expect.stringContaining('内容已清除') });
    expect(
      await database.query('SELECT subject, occurred_on, severity, named_unit FROM console.signal WHERE event_id = $1', [eventOf('2')]),
    ).toEqual([{ subject: null, occurred_on: null, severity: null, named_unit: null }]);
  });

  it('lies in triage, sealed, with candidates, when only a name fits', async () => {
    await receive(aSignalRecord({ id: '1', code: 'public-hotline-complaint', subject: { name: '陈示例', unitCode: 'U-001' } }));
    expect(await announced()).toEqual([]);
    const [item] = await triage();
    expect(item).toMatchObject({
      event_id: eventOf('1'),
      state: 'open',
      named: '陈示例',
      unit_code: 'U-001',
      post: null,
      label: '12345投诉涉干部',
      channel: 'public',
      candidates: [
        { cadreId: 'cadre:1', name: '陈示例', post: '镇长', unitName: '云岭镇', reasons: ['same-name', 'same-unit', 'held-on-day'] },
        { cadreId: 'cadre:2', name: '陈示例', post: '局长', unitName: '县财政局', reasons: ['same-name'] },
      ],
    });
    const sealed = item?.['sealed'] as Buffer;
    expect(sealed.includes('hotline')).toBe(false);
    expect(() => sealer.open(sealed, `triage/${eventOf('2')}`)).toThrow('sealed bytes do not open here');
    expect(JSON.parse(sealer.open(sealed, `triage/${eventOf('1')}`).toString())).toMatchObject({ id: '1' });
  });

  it('waits, sealed and visible, for a signal that has not come, and is released with it', async () => {
    await receive(aChangeRecord({ id: 'c1', source: '/agency/A-DIS/cases' }, '1'), aWithdrawalRecord({ id: 'w' }, '1'));
    expect(await statesOf()).toEqual({ [eventOf('c1', '/agency/A-DIS/cases')]: 'waiting', [eventOf('w')]: 'waiting' });
    const [row] = await database.query<{ sealed: Buffer }>('SELECT sealed FROM resolver.waiting ORDER BY id');
    expect(row?.sealed.includes('refuted')).toBe(false);

    await receive(aChangeRecord({ id: 'c2' }, '1'));
    await receive(aSignalRecord({ id: '1' }));
    expect(await toldInShort()).toEqual([
      ['signal', eventOf('1'), 'cadre:1'],
      ['change', eventOf('c1', '/agency/A-DIS/cases'), 'cadre:1'],
      ['withdrawal', eventOf('w'), 'cadre:1'],
      ['change', eventOf('c2'), 'cadre:1'],
    ]);
    expect(await database.query('SELECT 1 FROM resolver.waiting')).toEqual([]);
    await receive(aChangeRecord({ id: 'c2' }, '1'));
    expect(await announced()).toHaveLength(4);
  });

  it('sets the status of the signal that it names: it waits for that one, and can be taken back like any change', async () => {
    const of = { source: SOURCE, id: '1' };
    const decision = (id: string): ChannelRecord =>
      aSignalRecord({ id, code: 'public-false-accusation', authority: 'city', subject: undefined, data: { of } });
    await receive(decision('d1'));
    expect(await statesOf()).toEqual({ [eventOf('d1')]: 'waiting' });
    await receive(aSignalRecord({ id: '1', code: 'public-accusation-real-name' }), decision('d2'), aWithdrawalRecord({ id: 'w' }, 'd1'));
    expect(await announced()).toMatchObject([
      { kind: 'signal', eventId: eventOf('1') },
      { kind: 'change', eventId: eventOf('d1'), subject: 'cadre:1', target: eventOf('1'), status: 'malicious', authority: 'city' },
      { kind: 'change', eventId: eventOf('d2'), target: eventOf('1') },
      { kind: 'withdrawal', subject: 'cadre:1', target: eventOf('d1') },
    ]);
    expect(await triage()).toEqual([]);
  });

  it('waits for a signal in triage, and goes with it when its source takes it back', async () => {
    await receive(aSignalRecord({ id: '1', subject: { name: '陈示例' } }));
    await receive(aChangeRecord({ id: 'c' }, '1'));
    expect(await statesOf()).toEqual({ [eventOf('1')]: 'triage', [eventOf('c')]: 'waiting' });
    await receive(aWithdrawalRecord({ id: 'w' }, '1'));
    expect(await announced()).toEqual([]);
    expect(await statesOf()).toEqual({ [eventOf('1')]: 'refused', [eventOf('c')]: 'refused', [eventOf('w')]: 'resolved' });
    expect(await triage()).toMatchObject([
      { state: 'refused', because: 'withdrawn-by-its-source', reason: null, settled_by: null, named: null, candidates: [], sealed: null },
    ]);
  });

  it('takes the place of what it corrects: one fact for the same cadre, two for another', async () => {
    await receive(aSignalRecord({ id: '1' }), aSignalRecord({ id: '2' }));
    await receive(
      aSignalRecord({ id: '3', data: { correctionOf: '1' } }),
      aSignalRecord({ id: '4', subject: { cadreToken: 'token-3' }, data: { correctionOf: '2' } }),
    );
    const [, , same, takenBack, other] = await announced();
    expect(same).toMatchObject({ kind: 'signal', eventId: eventOf('3'), subject: 'cadre:1', corrects: eventOf('1') });
    expect(takenBack).toMatchObject({ kind: 'withdrawal', subject: 'cadre:1', target: eventOf('2') });
    expect(other).toMatchObject({ kind: 'signal', eventId: eventOf('4'), subject: 'cadre:3' });
    expect(other).not.toHaveProperty('corrects');
  });

  it('takes the place of the correction that came before it, so that of one event one is in place', async () => {
    const corrects = { data: { correctionOf: '1' } };
    await receive(aSignalRecord({ id: '1' }));
    await receive(aSignalRecord({ id: '2', ...corrects }));
    await receive(aSignalRecord({ id: '3', subject: { name: '陈示例' }, ...corrects }));
    await receive(aSignalRecord({ id: '4', subject: { cadreToken: 'token-3' }, ...corrects }));
    await receive(aSignalRecord({ id: '5', subject: { cadreToken: 'token-3' }, ...corrects }));
    expect(await inPlace()).toEqual([eventOf('5')]);
    expect(await triage()).toMatchObject([{ event_id: eventOf('3'), state: 'refused', because: 'corrected-by-its-source' }]);
  });

  it('leaves one in place though both corrections come at the same moment on two partitions', async () => {
    for (let round = 0; round < 12; round += 1) {
      const id = `signal-${round}`;
      await consumer.resolve(aChannelBatch([aSignalRecord({ id })], round));
      const both = ['a', 'b'].map((name, at) => ({
        ...aChannelBatch([aSignalRecord({ id: `${id}-${name}`, data: { correctionOf: id } })], round),
        partition: at + 1,
      }));
      await Promise.all(both.map(async (batch) => consumer.resolve(batch)));
    }
    expect(await inPlace()).toHaveLength(12);
  });

  it('waits for what it corrects, and settles it when that lies in triage', async () => {
    await receive(aSignalRecord({ id: '2', data: { correctionOf: '1' } }));
    expect(await statesOf()).toEqual({ [eventOf('2')]: 'waiting' });
    await receive(aSignalRecord({ id: '1', subject: { name: '陈示例' } }));
    expect(await toldInShort()).toEqual([['signal', eventOf('2'), 'cadre:1']]);
    expect(await statesOf()).toEqual({ [eventOf('1')]: 'refused', [eventOf('2')]: 'resolved' });
  });

  it('is parked, encrypted, when it is no message, and the rest of the batch flows', async () => {
    const batch = aChannelBatch([aSignalRecord({ id: '1' }), aSignalRecord({ id: '2' }), aSignalRecord({ id: '3' })]);
    const [first, second, third] = batch.records;
    if (!first || !second || !third) throw new RangeError('three records');
    const secret = '{"name":"陈示例"';
    await consumer.resolve({
      ...batch,
      records: [{ ...first, value: Buffer.from(secret) }, { ...second, headers: {} }, third],
    });
    const parked = await database.query<{ log_offset: string; reason: string; sealed: Buffer }>(
      'SELECT * FROM log.parked ORDER BY log_offset',
    );
    expect(parked.map(({ log_offset, reason }) => [Number(log_offset), reason])).toEqual([
      [0, 'undecodable'],
      [1, 'undecodable'],
    ]);
    expect(parked[0]?.sealed.includes('陈示例')).toBe(false);
    expect(sealer.open(parked[0]?.sealed ?? Buffer.alloc(0), 'parked/channel.organization.v1/0/0').toString()).toBe(secret);
    expect(await toldInShort()).toEqual([['signal', eventOf('3'), 'cadre:1']]);
  });

  it('changes the post history and the readings when it is about a post', async () => {
    const history = async (): Promise<unknown> =>
      database.query(
        `SELECT from_day::text AS "from", left_day::text AS "left" FROM resolver.post_history WHERE cadre_id = 'cadre:3' AND post_code = 'P-001'`,
      );
    const aboutThird = { subject: { cadreToken: 'token-3' } };
    await receive(aPostLeftRecord({ id: 'l', ...aboutThird }), aPostHeldRecord({ id: 'h', ...aboutThird }));
    expect(await history()).toEqual([{ from: '2026-03-01', left: '2026-04-01' }]);
    expect((await announced()).map(({ kind, ...fact }) => [kind, fact])).toMatchObject([
      ['post-left', { subject: 'cadre:3', post: 'P-001', on: '2026-04-01' }],
      ['post-held', { subject: 'cadre:3', post: 'P-001', from: '2026-03-01', factors: ['principal'] }],
    ]);
    await receive(aWithdrawalRecord({ id: 'w1' }, 'l'));
    expect(await history()).toEqual([{ from: '2026-03-01', left: null }]);
    await receive(aWithdrawalRecord({ id: 'w2' }, 'h'));
    expect(await history()).toEqual([]);
  });

  it('lies in triage when the post is of an unknown code, or nobody is found for it', async () => {
    await receive(aPostHeldRecord({ id: '1', data: { postCode: 'P-404' } }), aPostLeftRecord({ id: '2', subject: { name: '无此人' } }));
    const items = await triage();
    const itemOf = (id: string): unknown => items.find(({ event_id }) => event_id === eventOf(id));
    expect(itemOf('1')).toMatchObject({
      label: '任职',
      post: 'P-404',
      candidates: [{ cadreId: 'cadre:1', name: '陈示例', post: null, unitName: null, reasons: ['same-id-number'] }],
    });
    expect(itemOf('2')).toMatchObject({ label: '离任', post: 'P-001', named: '无此人', candidates: [] });
  });

  it('meets what it is about though both come at the same moment on two partitions', async () => {
    for (let round = 0; round < 12; round += 1) {
      const id = `signal-${round}`;
      const signals = { ...aChannelBatch([aSignalRecord({ id })], round), partition: 1 };
      const changes = { ...aChannelBatch([aChangeRecord({ id: `change-${round}` }, id)], round), partition: 2 };
      await Promise.all([consumer.resolve(signals), consumer.resolve(changes)]);
    }
    expect(await database.query('SELECT 1 FROM resolver.waiting')).toEqual([]);
    expect((await announced()).filter(({ kind }) => kind === 'change')).toHaveLength(12);
  });

  it('takes a full batch in few queries', async () => {
    const records = Array.from({ length: 500 }, (_, at) =>
      aSignalRecord({ id: String(at), subject: at % 2 ? MAYOR : { cadreToken: 'token-1' } }),
    );
    let queries = 0;
    const counting = new Proxy(database, {
      get: (target, property) =>
        property === 'consume'
          ? async (batch: Parameters<Database['consume']>[0], work: Parameters<Database['consume']>[1]) =>
              target.consume(batch, async (tx) => {
                const query = tx.query.bind(tx);
                tx.query = async (sql, parameters) => {
                  queries += 1;
                  return query(sql, parameters);
                };
                await work(tx);
              })
          : Reflect.get(target, property),
    });
    await new ChannelRecordConsumer(counting, sealer).resolve(aChannelBatch(records));
    expect(await announced()).toHaveLength(500);
    expect(queries).toBeLessThan(10);
  });

  describe('about a unit', () => {
    const ABOUT_UNIT = { code: 'org-fiscal-discipline-breach', subject: { unitCode: 'U-001' } };
    const asSent = async (): Promise<unknown> =>
      database.query('SELECT event_id, subject, agency, number, fields FROM resolver.signal_as_sent ORDER BY number');

    it('is found by the code of the unit, changed, corrected and taken back like any other', async () => {
      await receive(aSignalRecord({ id: '1', ...ABOUT_UNIT }), aChangeRecord({ id: 'c' }, '1'));
      await receive(aSignalRecord({ id: '2', ...ABOUT_UNIT, data: { correctionOf: '1' } }), aWithdrawalRecord({ id: 'w' }, '2'));
      expect(await toldInShort()).toEqual([
        ['signal', eventOf('1'), 'unit:U-001'],
        ['change', eventOf('c'), 'unit:U-001'],
        ['signal', eventOf('2'), 'unit:U-001'],
        ['withdrawal', eventOf('w'), 'unit:U-001'],
      ]);
      expect(await asSent()).toEqual([]);
    });

    it('leaves it when a correction says that a person was meant', async () => {
      await receive(aSignalRecord({ id: '1', ...ABOUT_UNIT }));
      await receive(aSignalRecord({ id: '2', ...ABOUT_UNIT, subject: { cadreToken: 'token-3' }, data: { correctionOf: '1' } }));
      expect((await announced()).map(({ kind, subject }) => [kind, subject])).toEqual([
        ['signal', 'unit:U-001'],
        ['withdrawal', 'unit:U-001'],
        ['signal', 'cadre:3'],
      ]);
    });

    it('waits for a clerk when nobody knows the code, and is parked when its type is not about units', async () => {
      await receive(aSignalRecord({ id: '1', ...ABOUT_UNIT, subject: { unitCode: 'U-404' } }));
      await receive(aSignalRecord({ id: '2', subject: { unitCode: 'U-001' } }));
      expect(await announced()).toEqual([]);
      expect(await database.query('SELECT about, unit_code, candidates FROM resolver.triage')).toEqual([
        { about: 'unit', unit_code: 'U-404', candidates: [] },
      ]);
      expect(await database.query('SELECT reason FROM log.parked')).toEqual([{ reason: expect.stringContaining('data-does-not-fit') }]);
    });

    it('keeps what its sender wrote beside the weight, off the topics', async () => {
      const fields = { problemCode: 'CZ-07', amount: 80_000 };
      await receive(aSignalRecord({ id: 'CJ-2026-1', ...ABOUT_UNIT, data: { fields } }));
      expect(await asSent()).toEqual([
        { event_id: eventOf('CJ-2026-1'), subject: 'unit:U-001', agency: 'A-AUD', number: 'CJ-2026-1', fields },
      ]);
      expect(JSON.stringify(await announced())).not.toContain('CZ-07');
    });
  });
});
