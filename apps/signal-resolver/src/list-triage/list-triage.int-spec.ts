import type { FoundCadres, TriageFile, TriagePage } from '#contracts/console/triage';
import type { ChannelRecord } from '#contracts/signals/channel-record';
import { Clock } from '#platform/time/clock';
import { aChangeRecord, aChannelBatch, aSignalRecord, eventOf } from '#testing/channel-records';
import { type ResolverAnswer, type StartedResolver, startResolver } from '#testing/resolver-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { ChannelRecordConsumer } from '../resolve-subject/channel-record.consumer';
import { AssignSubject } from '../settle-triage/assign-subject.command';
import { AssignSubjectHandler } from '../settle-triage/assign-subject.handler';
import { SignalResolverModule } from '../signal-resolver.module';

const CHEN = '99999919700101101X';
const LI = '999999198002022014';
const CANARY = '举报人王示例住东街3号';

const clerkOf = (unit?: string): 'petition-clerk' | `petition-clerk@${string}` =>
  unit === undefined ? 'petition-clerk' : `petition-clerk@${unit}`;

class FixedClock extends Clock {
  override now(): Date {
    return new Date('2026-06-01T12:00:00+08:00');
  }
}

describeWith(['postgres'], 'an open item as a clerk sees it', () => {
  let resolver: StartedResolver;
  let offset = 0;

  beforeAll(async () => {
    resolver = await startResolver(SignalResolverModule);
  });
  beforeEach(async () => {
    offset = 0;
    await resolver.empty();
    await resolver.readIn('units', 'code,name,parent_code,category\nC,示例县,,county\nT1,甲镇,C,township\nT2,乙镇,C,township');
    await resolver.readIn('posts', 'code,unit_code,title,factors\nP1,T1,镇长,principal\nP2,T2,镇长,principal');
    await resolver.readIn('cadres', `id_number,name,category,managed_by\n${LI},李样本,其他,county`);
    await resolver.readIn('post-history', `id_number,post_code,from,left\n${LI},P2,2020-01-01,`);
  });
  afterAll(async () => resolver?.close());

  const receive = async (...records: readonly ChannelRecord[]): Promise<void> => {
    await new ChannelRecordConsumer(resolver.database, resolver.sealer).resolve(aChannelBatch(records, offset));
    offset += records.length;
  };
  const ask = async (path: string, unit?: string): Promise<ResolverAnswer> => resolver.ask('GET', `/api/v1/triage${path}`, clerkOf(unit));
  const page = async (unit?: string): Promise<TriagePage> => (await ask('', unit)).body as unknown as TriagePage;
  const assign = async (id: string, cadreId: string, unit?: string): Promise<ResolverAnswer> =>
    resolver.ask('POST', `/api/v1/triage/${eventOf(id)}/assignment`, clerkOf(unit), { cadreId });
  const assignedBy = async (by: string, cadreId: string): Promise<unknown> =>
    new AssignSubjectHandler(resolver.database, resolver.sealer, new FixedClock()).execute(
      new AssignSubject(eventOf('1'), { cadreId }, by, null),
    );
  const found = async (id: string, name: string, unit?: string): Promise<FoundCadres['items']> =>
    ((await ask(`/${eventOf(id)}/cadres?name=${encodeURIComponent(name)}`, unit)).body as unknown as FoundCadres).items;

  it('fits nobody until the registry holds whom it names, and fits then without having been touched', async () => {
    await receive(aSignalRecord({ id: '1', subject: { name: '陈示例', unitCode: 'T1', post: '镇长' } }));
    expect((await page()).items).toMatchObject([{ fitsNow: false, candidates: [] }]);
    await resolver.readIn('cadres', `id_number,name,category,managed_by\n${CHEN},陈示例,一把手,county`);
    await resolver.readIn('post-history', `id_number,post_code,from,left\n${CHEN},P1,2020-01-01,`);
    const { items, open } = await page();
    expect(items).toMatchObject([
      { fitsNow: true, candidates: [{ name: '陈示例', reasons: expect.arrayContaining(['单位相同', '职务相同']) }] },
    ]);
    expect([open, await resolver.announced()]).toEqual([1, expect.not.arrayContaining([expect.objectContaining({ kind: 'signal' })])]);
    expect(await assign('1', items[0]?.candidates[0]?.cadreId ?? '')).toMatchObject({ status: 200, body: { state: 'settled' } });
  });

  it('tells its fields with their labels, but no text about a petition', async () => {
    await receive(aSignalRecord({ id: '1', subject: { name: '陈示例' } }));
    const file = (await ask(`/${eventOf('1')}`)).body as unknown as TriageFile;
    expect(file.fields).toContainEqual({ label: '问题', value: '违规发放津贴补贴' });
    const fields = { persons: 18, cause: CANARY };
    await receive(aSignalRecord({ id: '2', code: 'public-group-visit', subject: { name: '陈示例' }, data: { fields } }));
    const petition = await ask(`/${eventOf('2')}`);
    expect((petition.body as unknown as TriageFile).fields).toEqual([
      { label: '人数', value: '18' },
      { label: '诉求', value: null },
    ]);
    expect(JSON.stringify([petition, await ask('')])).not.toContain(CANARY);
  });

  it('is there for who sees the unit that it names, and is otherwise as if it had never come', async () => {
    await receive(
      aSignalRecord({ id: '1', subject: { name: '李样本', unitCode: 'T2' } }),
      aSignalRecord({ id: '2', subject: { name: '无此人' } }),
    );
    const [all, own, other] = [await page(), await page('T2'), await page('T1')];
    expect([all.open, own.open, other.open, other.items]).toEqual([2, 1, 0, []]);
    const cadreId = own.items[0]?.candidates[0]?.cadreId ?? '';
    const unknown = await ask(`/${eventOf('404')}`, 'T1');
    for (const answer of [
      await ask(`/${eventOf('1')}`, 'T1'),
      await ask(`/${eventOf('1')}/cadres?name=李`, 'T1'),
      await assign('1', cadreId, 'T1'),
    ]) {
      expect([answer.status, answer.body['code']]).toEqual([unknown.status, unknown.body['code']]);
    }
    expect(await assign('1', cadreId, 'T2')).toMatchObject({ status: 200 });
  });

  it('has no candidate out of scope, and takes none', async () => {
    await receive(aSignalRecord({ id: '1', subject: { name: '李样本', unitCode: 'T1' } }));
    const cadreId = (await page()).items[0]?.candidates[0]?.cadreId ?? '';
    expect((await page('T1')).items).toMatchObject([{ candidates: [] }]);
    expect(await found('1', '李样本', 'T1')).toEqual([]);
    expect(await assign('1', cadreId, 'T1')).toMatchObject({ status: 422, body: { code: 'cadre-not-known' } });
  });

  it('lets a clerk look for people by name, with posts and without readings, while it lies open', async () => {
    await receive(aSignalRecord({ id: '1', subject: { name: '陈示例' } }));
    expect(await found('1', '李')).toEqual([{ cadreId: expect.any(String), name: '李样本', posts: ['乙镇镇长'] }]);
    expect(await found('1', '样本')).toEqual([]);
    expect((await ask(`/${eventOf('404')}/cadres?name=李`)).status).toBe(404);
    expect((await ask(`/${eventOf('1')}/cadres?name=`)).status).toBe(400);
  });

  it('is settled by two clerks when whom they name fits neither by number nor by name and unit', async () => {
    await receive(aSignalRecord({ id: '1', subject: { name: '陈示例', unitCode: 'T1' } }), aChangeRecord({ id: 'c' }, '1'));
    const cadreId = (await found('1', '李'))[0]?.cadreId ?? '';
    expect(await assign('1', cadreId)).toMatchObject({ status: 200, body: { eventId: eventOf('1'), state: 'proposed' } });
    expect((await page()).items).toMatchObject([{ proposal: { cadreId, name: '李样本', by: 'demo-petition-clerk' } }]);
    expect(await assign('1', cadreId)).toMatchObject({ status: 409, body: { code: 'second-person-needed' } });
    expect(await assignedBy('lin.shili', cadreId)).toMatchObject({ state: 'settled', released: 1 });
    const row = await resolver.database.query('SELECT evidence, state FROM resolver.signal WHERE event_id = $1', [eventOf('1')]);
    expect(row).toEqual([{ evidence: 'person', state: 'resolved' }]);
  });

  it('takes the name of a second clerk who says something else as a proposal of their own', async () => {
    await resolver.readIn('cadres', `id_number,name,category,managed_by\n${CHEN},陈示例,一把手,county`);
    await receive(aSignalRecord({ id: '1', subject: { name: '周示例', unitCode: 'T1' } }));
    const [li, chen] = [(await found('1', '李'))[0]?.cadreId ?? '', (await found('1', '陈'))[0]?.cadreId ?? ''];
    await assign('1', li);
    expect(await assignedBy('lin.shili', chen)).toEqual({ eventId: eventOf('1'), state: 'proposed' });
    expect(await assign('1', chen)).toMatchObject({ status: 200, body: { state: 'settled' } });
  });

  it('says who was faster', async () => {
    await receive(aSignalRecord({ id: '1', subject: { name: '李样本', unitCode: 'T2' } }));
    const cadreId = (await page()).items[0]?.candidates[0]?.cadreId ?? '';
    await assignedBy('lin.shili', cadreId);
    const answer = await assign('1', cadreId);
    expect([answer.status, answer.body['detail']]).toEqual([409, expect.stringMatching(/^该事项已由 lin\.shili 于 \d+ 秒前处理/)]);
  });
});
