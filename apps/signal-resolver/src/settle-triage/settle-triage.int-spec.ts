import type { ChannelRecord } from '#contracts/signals/channel-record';
import { aChangeRecord, aChannelBatch, aPostHeldRecord, aSignalRecord, eventOf } from '#testing/channel-records';
import { type ResolverAnswer, type StartedResolver, startResolver } from '#testing/resolver-on-postgres';
import { describeWith } from '#testing/services/local-services';
import type { TriageItem } from '#contracts/console/triage';
import { ChannelRecordConsumer } from '../resolve-subject/channel-record.consumer';
import { SignalResolverModule } from '../signal-resolver.module';

const NAMED = { subject: { name: '陈示例', unitCode: 'U-001' } };
const ABOUT_UNIT = { code: 'org-fiscal-discipline-breach', subject: { unitCode: 'U-01' } };
const TODAY = '2026-06-01';

describeWith(['postgres'], 'an item that a person has to settle', () => {
  let resolver: StartedResolver;
  let offset = 0;

  beforeAll(async () => {
    resolver = await startResolver(SignalResolverModule);
    await resolver.database.query(
      `INSERT INTO gateway.agency (code, name, key_id, key_hash, systems, channels, statuses, authority)
       VALUES ('A-AUD', '县审计局', 'k', '', '{audit}', '{organization}', '{}', 'county')`,
    );
  });
  beforeEach(async () => {
    offset = 0;
    await resolver.empty();
    await resolver.database.query(
      `INSERT INTO resolver.cadre VALUES ('cadre:1', 'token-1', '陈示例', '一把手'), ('cadre:2', 'token-2', '陈示例', '其他')`,
    );
    await resolver.readIn('units', 'code,name,parent_code,category\nU-001,云岭镇,,township\nU-002,示例乡,,township');
    await resolver.readIn('posts', 'code,unit_code,title,factors\nP-1,U-001,镇长,principal\nP-2,U-002,乡长,principal');
    await resolver.database.query(
      `INSERT INTO resolver.post_history VALUES ('cadre:1', 'P-1', '2020-01-01', NULL), ('cadre:2', 'P-1', '2020-01-01', NULL)`,
    );
  });
  afterAll(async () => resolver?.close());

  async function receive(...records: readonly ChannelRecord[]): Promise<void> {
    await new ChannelRecordConsumer(resolver.database, resolver.sealer).resolve(aChannelBatch(records, offset));
    offset += records.length;
  }

  const list = async (query = ''): Promise<{ items: TriageItem[]; next: string | null }> =>
    (await resolver.ask('GET', `/api/v1/triage${query}`, 'petition-clerk')).body as { items: TriageItem[]; next: string | null };
  const assign = async (id: string, cadreId: string): Promise<ResolverAnswer> =>
    resolver.ask('POST', `/api/v1/triage/${eventOf(id)}/assignment`, 'petition-clerk', { cadreId });
  const refuse = async (id: string, reason = '上级管理的干部'): Promise<ResolverAnswer> =>
    resolver.ask('POST', `/api/v1/triage/${eventOf(id)}/refusal`, 'petition-clerk', { reason });
  const toldInShort = async (): Promise<unknown> =>
    (await resolver.announced()).map(({ kind, eventId, subject, releasedOn }) => [kind, eventId, subject, releasedOn]);
  const stateOf = async (id: string): Promise<unknown> =>
    (await resolver.database.query<{ state: string }>('SELECT state FROM resolver.receipt_state WHERE event_id = $1', [eventOf(id)]))[0]
      ?.state;

  it('is listed, the oldest first, page by page, with candidates, reasons and what waits', async () => {
    await receive(aSignalRecord({ id: '1', ...NAMED }));
    await receive(aSignalRecord({ id: '2', subject: { name: '无此人' } }), aChangeRecord({ id: 'c' }, '1'));
    await receive(aSignalRecord({ id: '3', ...NAMED }));
    const first = await list('?limit=2');
    expect(first.items.map(({ eventId }) => eventId)).toEqual([eventOf('1'), eventOf('2')]);
    expect(first.items[0]).toEqual({
      eventId: eventOf('1'),
      about: 'person',
      named: '陈示例',
      unitCode: 'U-001',
      post: null,
      label: '离任审计问题',
      channel: 'organization',
      unitName: '云岭镇',
      agency: 'A-AUD',
      agencyName: '县审计局',
      number: '1',
      receivedOn: '2026-04-30',
      occurredOn: '2026-04-27',
      candidates: ['cadre:1', 'cadre:2'].map((cadreId) => ({
        cadreId,
        name: '陈示例',
        post: '镇长',
        unitName: '云岭镇',
        reasons: ['姓名相同', '单位相同', '当日在任'],
      })),
      fitsNow: false,
      proposal: null,
      waiting: 1,
    });
    const second = await list(`?limit=2&cursor=${first.next}`);
    expect([second.items.map(({ eventId }) => eventId), second.next]).toEqual([[eventOf('3')], null]);
  });

  it('is not entered for another than the one whose ID number came with it', async () => {
    await receive(aSignalRecord({ id: '1', subject: { cadreToken: 'token-1', name: '李样本' } }));
    expect((await list()).items.map(({ candidates }) => candidates.map(({ cadreId }) => cadreId))).toEqual([['cadre:1']]);
    expect(await assign('1', 'cadre:2')).toMatchObject({ status: 409, body: { code: 'id-number-of-somebody-else' } });
    expect(await toldInShort()).toEqual([]);
    expect((await assign('1', 'cadre:1')).status).toBe(200);
  });

  it('is not entered for somebody of whom its sender may not speak; it stays open', async () => {
    await resolver.database.query(`INSERT INTO resolver.cadre VALUES ('cadre:3', 'token-3', '陈示例', '其他')`);
    await resolver.database.query(`INSERT INTO resolver.post_history VALUES ('cadre:3', 'P-2', '2020-01-01', NULL)`);
    await receive(aSignalRecord({ id: '1', units: ['U-001'], ...NAMED }), aSignalRecord({ id: '2', units: ['U-001'], ...ABOUT_UNIT }));
    const path = `/api/v1/triage/${eventOf('2')}/assignment`;
    const onUnit = async (unitCode: string): Promise<ResolverAnswer> => resolver.ask('POST', path, 'petition-clerk', { unitCode });
    for (const answer of [await assign('1', 'cadre:3'), await onUnit('U-002')]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'out-of-agency-range', detail: expect.stringContaining('报送范围') } });
    }
    expect([await stateOf('1'), await stateOf('2'), await toldInShort()]).toEqual(['triage', 'triage', []]);
    expect([(await assign('1', 'cadre:1')).status, (await onUnit('U-001')).status]).toEqual([200, 200]);
  });

  it('refuses with it what its sender may not say of the one who was chosen', async () => {
    const change = aChangeRecord({ id: 'c', source: '/agency/A-T2/main', agency: 'A-T2', units: ['U-002'] }, '1');
    await receive(aSignalRecord({ id: '1', ...NAMED }), change);
    expect((await assign('1', 'cadre:1')).status).toBe(200);
    const sql = 'SELECT state, because FROM resolver.receipt_state WHERE event_id = $1';
    expect(await resolver.database.query(sql, [change.eventId])).toEqual([{ state: 'refused', because: 'out-of-range' }]);
  });

  it('is released on the day of the decision, with what waited for it, in order', async () => {
    await receive(aSignalRecord({ id: '1', ...NAMED }), aChangeRecord({ id: 'c1' }, '1'));
    await receive(aChangeRecord({ id: 'c2', data: { status: 'plausible' } }, '1'));
    expect(await assign('1', 'cadre:2')).toMatchObject({ status: 200, body: { eventId: eventOf('1'), state: 'settled', released: 2 } });
    expect(await toldInShort()).toEqual([
      ['signal', eventOf('1'), 'cadre:2', TODAY],
      ['change', eventOf('c1'), 'cadre:2', TODAY],
      ['change', eventOf('c2'), 'cadre:2', TODAY],
    ]);
    expect(await stateOf('1')).toBe('resolved');
    expect((await list()).items).toEqual([]);
    expect(await resolver.database.query('SELECT state, settled_by, named, sealed FROM resolver.triage')).toEqual([
      { state: 'settled', settled_by: 'demo-petition-clerk', named: null, sealed: null },
    ]);
  });

  it('keeps the day on which it was received when that is later than the decision', async () => {
    await receive(aSignalRecord({ id: '1', receivedOn: '2026-06-02', ...NAMED }));
    await assign('1', 'cadre:1');
    expect(await toldInShort()).toEqual([['signal', eventOf('1'), 'cadre:1', '2026-06-02']]);
  });

  it('takes the place of what it corrects when it is settled', async () => {
    await receive(aSignalRecord({ id: '1' }), aSignalRecord({ id: '2', ...NAMED, data: { correctionOf: '1' } }));
    expect(await resolver.announced()).toHaveLength(1);
    await assign('2', 'cadre:2');
    const [, takenBack, signal] = await resolver.announced();
    expect(takenBack).toMatchObject({ kind: 'withdrawal', subject: 'cadre:1', target: eventOf('1') });
    expect(signal).toMatchObject({ kind: 'signal', subject: 'cadre:2', eventId: eventOf('2') });
  });

  it('loses its content when it is refused, and what waited goes with it', async () => {
    await receive(aSignalRecord({ id: '1', ...NAMED }), aChangeRecord({ id: 'c1' }, '1'), aChangeRecord({ id: 'c2' }, '1'));
    expect(await refuse('1')).toMatchObject({ status: 200, body: { eventId: eventOf('1'), state: 'refused', refusedWithIt: 2 } });
    expect(await resolver.announced()).toEqual([]);
    expect([await stateOf('1'), await stateOf('c1'), await stateOf('c2')]).toEqual(['refused', 'refused', 'refused']);
    expect(await resolver.database.query('SELECT 1 FROM resolver.waiting')).toEqual([]);
    const [item] = await resolver.database.query('SELECT * FROM resolver.triage');
    expect(item).toMatchObject({
      state: 'refused',
      reason: '上级管理的干部',
      named: null,
      unit_code: 'U-001',
      candidates: [],
      sealed: null,
    });

    await receive(aChangeRecord({ id: 'c3' }, '1'), aSignalRecord({ id: '1', ...NAMED }));
    expect([await stateOf('c3'), (await list()).items]).toEqual(['refused', []]);
  });

  it('is refused and loses its content when the cadre named for it turns out to be managed by a higher level', async () => {
    await receive(aSignalRecord({ id: '1', ...NAMED }), aChangeRecord({ id: 'c' }, '1'));
    await resolver.database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'cadre:2'`);
    const reason = expect.stringContaining('五个工作日内向上级移送');
    expect(await assign('1', 'cadre:2')).toMatchObject({
      status: 200,
      body: { eventId: eventOf('1'), state: 'refused', refusedWithIt: 1, reason },
    });
    expect(await resolver.announced()).toEqual([]);
    expect([await stateOf('1'), await stateOf('c')]).toEqual(['refused', 'refused']);
    const [item] = await resolver.database.query('SELECT * FROM resolver.triage');
    expect(item).toMatchObject({ state: 'refused', reason, settled_by: 'demo-petition-clerk', named: null, candidates: [], sealed: null });
    expect(await resolver.database.query('SELECT 1 FROM resolver.waiting')).toEqual([]);
  });

  it('is told as settled to whoever sees its unit, and as never there to anybody else', async () => {
    await receive(aSignalRecord({ id: '1', ...NAMED }), aSignalRecord({ id: '2', ...NAMED }));
    const settle = async (id: string, what: string, unit: string, body: unknown): Promise<unknown> =>
      (await resolver.ask('POST', `/api/v1/triage/${eventOf(id)}/${what}`, `petition-clerk@${unit}`, body)).status;
    const twice = async (unit: string): Promise<unknown> => [
      await settle('1', 'assignment', unit, { cadreId: 'cadre:1' }),
      await settle('2', 'refusal', unit, { reason: '查无此人' }),
    ];
    expect([await twice('U-001'), await twice('U-001'), await twice('U-002')]).toEqual([
      [200, 200],
      [409, 409],
      [404, 404],
    ]);
  });

  it('shows whom it was settled on only to who sees that person, though its unit is kept', async () => {
    await receive(aSignalRecord({ id: '1', ...NAMED }));
    expect((await assign('1', 'cadre:2')).status).toBe(200);
    await resolver.database.query(`UPDATE resolver.post_history SET post_code = 'P-2' WHERE cadre_id = 'cadre:2'`);
    const seenIn = async (unit: string): Promise<unknown[]> =>
      resolver.database.readAs(unit, async (reading) => reading.query(`SELECT state, subject FROM console.signal`));
    expect([await seenIn('U-001'), await seenIn('U-002')]).toEqual([[], [{ state: 'resolved', subject: 'cadre:2' }]]);
  });

  it('is settled once, also when two people do it at the same moment', async () => {
    await receive(aSignalRecord({ id: '1', ...NAMED }));
    const answers = await Promise.all([assign('1', 'cadre:1'), assign('1', 'cadre:2'), refuse('1')]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409']);
    expect(await assign('1', 'cadre:1')).toMatchObject({
      status: 409,
      type: 'application/problem+json',
      body: { code: 'already-settled' },
    });
    expect((await resolver.announced()).length).toBeLessThan(2);
  });

  it('releases what comes at the moment in which it is settled', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = `signal-${round}`;
      await receive(aSignalRecord({ id, ...NAMED }));
      await Promise.all([assign(id, 'cadre:1'), receive(aChangeRecord({ id: `change-${round}` }, id))]);
    }
    expect((await resolver.announced()).map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => ['signal', 'change']).flat());
  });

  it('is about a cadre and a post of the registry', async () => {
    await receive(aSignalRecord({ id: '1', ...NAMED }), aPostHeldRecord({ id: '2', data: { postCode: 'P-404' } }));
    expect(await assign('1', 'cadre:404')).toMatchObject({ status: 422, body: { code: 'cadre-not-known' } });
    expect(await assign('2', 'cadre:1')).toMatchObject({ status: 422, body: { code: 'post-not-known' } });
    await resolver.readIn('units', 'code,name,parent_code,category\nU-001,云岭镇,,township');
    await resolver.readIn('posts', 'code,unit_code,title,factors\nP-404,U-001,镇长,principal');
    expect(await assign('2', 'cadre:1')).toMatchObject({ status: 200 });
    expect(await resolver.announced()).toMatchObject([
      { kind: 'post-held', subject: 'cadre:1', factors: ['principal'], releasedOn: TODAY },
    ]);
  });

  it('is about a unit that nobody knows by its code, until a clerk names one of the registry', async () => {
    const assignUnit = async (id: string, unitCode: string): Promise<ResolverAnswer> =>
      resolver.ask('POST', `/api/v1/triage/${eventOf(id)}/assignment`, 'petition-clerk', { unitCode });
    await resolver.readIn('units', 'code,name,parent_code,category\nU-001,云岭镇,,township');
    await receive(aSignalRecord({ id: '1', ...ABOUT_UNIT }), aChangeRecord({ id: 'c' }, '1'), aSignalRecord({ id: '2', ...NAMED }));
    const item = (await list()).items.find(({ eventId }) => eventId === eventOf('1'));
    expect(item).toMatchObject({ about: 'unit', named: null, unitCode: 'U-01', candidates: [], waiting: 1 });
    expect(await assign('1', 'cadre:1')).toMatchObject({ status: 422, body: { code: 'item-about-a-unit' } });
    expect(await assignUnit('1', 'U-404')).toMatchObject({ status: 422, body: { code: 'unit-not-known' } });
    expect(await assignUnit('2', 'U-001')).toMatchObject({ status: 422, body: { code: 'item-about-a-person' } });
    expect(await assignUnit('1', 'U-001')).toMatchObject({ status: 200, body: { state: 'settled', released: 1 } });
    expect(await toldInShort()).toEqual([
      ['signal', eventOf('1'), 'unit:U-001', TODAY],
      ['change', eventOf('c'), 'unit:U-001', TODAY],
    ]);
  });

  it('is not touched by a cadre who is entered later', async () => {
    await receive(aSignalRecord({ id: '1', subject: { cadreToken: resolver.tokens.tokenOf('999999197001011239') } }));
    await resolver.readIn('cadres', 'id_number,name,category,managed_by\n999999197001011239,周示例,其他,county');
    expect((await list()).items).toHaveLength(1);
    expect(await resolver.announced()).toEqual([]);
  });

  it('is seen and settled by a petition clerk only', async () => {
    expect(await resolver.ask('GET', '/api/v1/triage', 'handler')).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
    expect(await resolver.ask('POST', `/api/v1/triage/${eventOf('1')}/refusal`, 'system-administrator', { reason: 'x' })).toMatchObject({
      status: 403,
    });
  });

  it.each([
    [`POST /api/v1/triage/1/assignment`, { cadreId: 'cadre:1' }, 400, 'request-not-understood'],
    [`POST /api/v1/triage/${eventOf('404')}/assignment`, { cadreId: 'cadre:1' }, 404, 'triage-item-not-found'],
    [`POST /api/v1/triage/${eventOf('404')}/refusal`, { reason: '不属实' }, 404, 'triage-item-not-found'],
    [`POST /api/v1/triage/${eventOf('404')}/refusal`, { reason: ' ' }, 400, 'request-not-understood'],
    [`POST /api/v1/triage/${eventOf('404')}/assignment`, {}, 400, 'request-not-understood'],
    ['GET /api/v1/triage?cursor=abc', undefined, 400, 'request-not-understood'],
  ])('answers %s with %j by a problem', async (request, body, status, code) => {
    const [method = '', path = ''] = request.split(' ');
    const answer = await resolver.ask(method, path, 'petition-clerk', body);
    expect([answer.status, answer.type, answer.body['code']]).toEqual([status, 'application/problem+json', code]);
  });
});
