import type { ChannelRecord } from '#contracts/signals/channel-record';
import { aChannelBatch, aSignalRecord, aWithdrawalRecord, eventOf } from '#testing/channel-records';
import { type ResolverAnswer, type StartedResolver, startResolver } from '#testing/resolver-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { ChannelRecordConsumer } from '../resolve-subject/channel-record.consumer';
import { SignalResolverModule } from '../signal-resolver.module';

const ABOUT = { cadreToken: 'token-1' };
const LETTER = 'public-accusation-anonymous';
const finding = (id: string, given: object = {}): ChannelRecord =>
  aSignalRecord({ id, subject: ABOUT, data: { matter: `SJ-${id}` }, ...given });
const REASON = '两件反映的是同一块土地';

describeWith(['postgres'], 'signals that a person joins', () => {
  let resolver: StartedResolver;
  let offset = 0;

  beforeAll(async () => {
    resolver = await startResolver(SignalResolverModule);
  });
  beforeEach(async () => {
    offset = 0;
    await resolver.empty();
    await resolver.database.query('TRUNCATE resolver.joining');
    await resolver.database.query(
      `INSERT INTO resolver.cadre VALUES ('cadre:1', 'token-1', '陈示例', '一把手'), ('cadre:2', 'token-2', '李示例', '其他')`,
    );
    await resolver.readIn('units', 'code,name,parent_code,category\nU-001,云岭镇,,township\nU-002,示例乡,,township');
    await resolver.readIn('posts', 'code,unit_code,title,factors\nP-1,U-001,镇长,principal\nP-2,U-002,乡长,principal');
    await resolver.database.query(
      `INSERT INTO resolver.post_history VALUES ('cadre:1', 'P-1', '2020-01-01', NULL), ('cadre:2', 'P-2', '2020-01-01', NULL)`,
    );
  });
  afterAll(async () => resolver?.close());

  async function receive(...records: readonly ChannelRecord[]): Promise<void> {
    await new ChannelRecordConsumer(resolver.database, resolver.sealer).resolve(aChannelBatch(records, offset));
    offset += records.length;
  }
  const link = async (ids: readonly string[], given: object = {}, who: 'handler' | 'handler@U-002' = 'handler'): Promise<ResolverAnswer> =>
    resolver.ask('POST', '/api/v1/joinings', who, {
      kind: 'link',
      subject: 'cadre:1',
      signals: ids.map((id) => eventOf(id)),
      reason: REASON,
      ...given,
    });
  const undo = async (id: unknown): Promise<ResolverAnswer> =>
    resolver.ask('POST', `/api/v1/joinings/${String(id)}/undoing`, 'case-management', { reason: '核实后并非同一事项' });
  const lastFact = async (): Promise<unknown> => (await resolver.announced()).at(-1);

  it('as one matter are told to the reading by their matters, and who said it is kept', async () => {
    await receive(finding('1'), finding('2'));
    const made = await link(['1', '2']);
    expect([made.status, made.body['state']]).toEqual([201, 'made']);
    expect(await lastFact()).toEqual({
      kind: 'link',
      subject: 'cadre:1',
      releasedOn: '2026-06-01',
      eventId: made.body['id'],
      matters: ['A-AUD/number/SJ-1', 'A-AUD/number/SJ-2'],
    });
    const [kept] = await resolver.database.query('SELECT made_by, reason FROM resolver.joining');
    expect(kept).toEqual({ made_by: expect.stringContaining('handler'), reason: REASON });
  });

  it('are parted again by somebody, once, and both stay on record', async () => {
    await receive(finding('1'), finding('2'));
    const { body } = await link(['1', '2']);
    expect(await undo(body['id'])).toMatchObject({ status: 200, body: { id: body['id'], state: 'undone' } });
    expect(await lastFact()).toMatchObject({ kind: 'withdrawal', subject: 'cadre:1', target: body['id'] });
    expect(await undo(body['id'])).toMatchObject({ status: 409, body: { code: 'joining-undone-already' } });
    expect((await resolver.announced()).filter(({ kind }) => kind === 'withdrawal')).toHaveLength(1);
  });

  it('as letters of one campaign are told with what was counted', async () => {
    await receive(...['1', '2', '3'].map((id) => aSignalRecord({ id, code: LETTER, channel: 'public', subject: ABOUT })));
    const made = await link(['1', '2', '3'], { kind: 'campaign', texts: 1, accounts: 2 });
    expect(made.status).toBe(201);
    expect(await lastFact()).toMatchObject({ kind: 'campaign', members: ['1', '2', '3'].map((id) => eventOf(id)), texts: 1, accounts: 2 });
  });

  it('link a letter with the others of its campaign, whichever of them counts', async () => {
    await receive(finding('9'), ...['1', '2'].map((id) => finding(id, { code: LETTER, channel: 'public' })));
    await link(['1', '2'], { kind: 'campaign', texts: 1, accounts: 2 });
    await link(['9', '2']);
    expect(await lastFact()).toMatchObject({ kind: 'link', matters: ['A-AUD/number/SJ-1', 'A-AUD/number/SJ-2', 'A-AUD/number/SJ-9'] });
  });

  it.each([
    ['matters-are-one', { data: { matter: 'SJ-1' } }, {}],
    ['campaign-not-from-outside', {}, { kind: 'campaign', texts: 1, accounts: 0 }],
  ])('that cannot be joined are refused in words: %s', async (code, given, asked) => {
    await receive(finding('1', given), finding('2', given));
    const refused = await link(['1', '2'], asked);
    expect(refused).toMatchObject({ status: 409, body: { code } });
    expect(refused.body['detail']).toMatch(/。$/);
    expect(await resolver.database.query('SELECT 1 FROM resolver.joining')).toEqual([]);
  });

  it('of somebody else, or taken back meanwhile, are not joined', async () => {
    await receive(aSignalRecord({ id: '1', subject: ABOUT }), aSignalRecord({ id: '2', subject: { cadreToken: 'token-2' } }));
    expect(await link(['1', '2'])).toMatchObject({ status: 409, body: { code: 'signal-of-another' } });
    await receive(aSignalRecord({ id: '3', subject: ABOUT }), aWithdrawalRecord({ id: 'w' }, '3'));
    expect(await link(['1', '3'])).toMatchObject({ status: 409, body: { code: 'signal-of-another' } });
  });

  it('about somebody out of view, managed higher or nobody are not there', async () => {
    await receive(finding('1'), finding('2'));
    const { body } = await link(['1', '2']);
    const away = [await link(['1', '2'], {}, 'handler@U-002'), await link(['1', '2'], { subject: 'cadre:nobody' })];
    await resolver.database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'cadre:1'`);
    expect([...away, await link(['1', '2'])].map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await undo(body['id'])).status).toBe(404);
  });

  it('are named each once, at least two', async () => {
    expect((await link(['1', '1'])).status).toBe(400);
    expect((await link(['1'])).status).toBe(400);
    expect((await link(['1', '2'], { reason: ' ' })).status).toBe(400);
  });
});
