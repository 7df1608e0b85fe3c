import type { Role } from '#access/principals';
import type { ChannelRecord } from '#contracts/signals/channel-record';
import { uuidOf } from '#platform/event-id';
import { aChangeRecord, aChannelBatch, aSignalRecord, aWithdrawalRecord, eventOf } from '#testing/channel-records';
import { type ResolverAnswer, type StartedResolver, startResolver } from '#testing/resolver-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { ChannelRecordConsumer } from '../resolve-subject/channel-record.consumer';
import { SignalResolverModule } from '../signal-resolver.module';

const NAMED = { subject: { name: '陈示例', unitCode: 'U-001' } };
const TODAY = '2026-06-01';
const REASON = '同名不同人，来件所指是乡长';

describeWith(['postgres'], 'signals of the wrong subject', () => {
  let resolver: StartedResolver;
  let offset = 0;

  beforeAll(async () => {
    resolver = await startResolver(SignalResolverModule);
  });
  beforeEach(async () => {
    offset = 0;
    await resolver.empty();
    await resolver.database.query('TRUNCATE resolver.move, resolver.joining');
    await resolver.database.query(
      `INSERT INTO resolver.cadre VALUES ('cadre:1', 'token-1', '陈示例', '一把手'), ('cadre:2', 'token-2', '陈样例', '其他'),
                                         ('cadre:3', 'token-3', '陈上级', '其他')`,
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
  const named = (id: string, given: object = {}): ChannelRecord => aSignalRecord({ id, ...NAMED, ...given });
  const settle = async (id: string, cadreId = 'cadre:1'): Promise<ResolverAnswer> =>
    resolver.ask('POST', `/api/v1/triage/${eventOf(id)}/assignment`, 'petition-clerk', { cadreId });
  const askFor = async (
    ids: readonly string[],
    to: object | null = { cadreId: 'cadre:2' },
    who: Role | `${Role}@${string}` = 'petition-clerk',
  ): Promise<ResolverAnswer> => resolver.ask('POST', '/api/v1/moves', who, { signals: ids.map((id) => eventOf(id)), to, reason: REASON });
  const confirm = async ({ body }: ResolverAnswer, who: Role | `${Role}@${string}` = 'case-management'): Promise<ResolverAnswer> =>
    resolver.ask('POST', `/api/v1/moves/${String(body['id'])}/confirmation`, who, {});
  const move = async (ids: readonly string[], to: object | null = { cadreId: 'cadre:2' }): Promise<ResolverAnswer> =>
    confirm(await askFor(ids, to));
  const codeOf = ({ status, body }: ResolverAnswer): unknown => [status, body['code'] ?? body['state']];
  const told = async (): Promise<unknown[]> =>
    (await resolver.announced()).map((fact) => {
      const about = 'target' in fact ? fact.target : fact.eventId;
      return [fact.kind, fact.subject, about, 'assignment' in fact ? fact.assignment : undefined];
    });
  /** A signal of a namesake, given to the wrong one, and refuted there. */
  const givenWrongly = async (): Promise<void> => {
    await receive(named('1'));
    if ((await resolver.announced()).length === 0) await settle('1');
    await receive(aChangeRecord({ id: 'c' }, '1'));
  };

  it('are taken from there and told of the right one, with what was decided about them before them', async () => {
    await givenWrongly();
    const before = (await told()).length;
    expect(codeOf(await move(['1']))).toEqual([200, 'done']);
    expect((await told()).slice(before)).toEqual([
      ['withdrawal', 'cadre:1', eventOf('1'), 1],
      ['change', 'cadre:2', eventOf('1'), 2],
      ['signal', 'cadre:2', eventOf('1'), 2],
    ]);
    const [signal] = await resolver.database.query(
      `SELECT signal.state, signal.subject, sent.subject AS kept FROM resolver.signal JOIN resolver.signal_as_sent sent USING (event_id)
        WHERE event_id = $1`,
      [eventOf('1')],
    );
    expect(signal).toEqual({ state: 'resolved', subject: 'cadre:2', kept: 'cadre:2' });
    expect((await resolver.announced()).at(-1)).toMatchObject({ releasedOn: TODAY });
  });

  it('lead to the right one what is decided, taken back and corrected about them later', async () => {
    await givenWrongly();
    await move(['1']);
    const before = (await told()).length;
    await receive(aChangeRecord({ id: 'later' }, '1'), aWithdrawalRecord({ id: 'w' }, '1'));
    expect((await told()).slice(before)).toEqual([
      ['change', 'cadre:2', eventOf('1'), 2],
      ['withdrawal', 'cadre:2', eventOf('1'), undefined],
    ]);
    expect(codeOf(await askFor(['1'], { cadreId: 'cadre:1' }))).toEqual([409, 'move-of-nothing-there']);
    expect(await resolver.database.query('SELECT 1 FROM resolver.told_message')).toEqual([]);
  });

  it('come back to the first under an id of their own', async () => {
    await givenWrongly();
    await move(['1']);
    await move(['1'], { cadreId: 'cadre:1' });
    const facts = (await resolver.announced()).slice(-3);
    expect(facts.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['withdrawal', 'cadre:2'],
      ['change', 'cadre:1'],
      ['signal', 'cadre:1'],
    ]);
    expect(facts[2]).toMatchObject({ eventId: eventOf('1'), assignment: 3, cause: uuidOf('given-again', eventOf('1'), '3') });
    const ids = await resolver.database.query<{ event_id: string }>('SELECT event_id FROM log.outbox');
    expect(new Set(ids.map(({ event_id: id }) => id)).size).toBe(ids.length);
  });

  it('lie in triage again where nobody knows, with what was decided about them, and are settled from there', async () => {
    await givenWrongly();
    const before = (await told()).length;
    expect(codeOf(await move(['1'], null))).toEqual([200, 'done']);
    expect((await told()).slice(before)).toEqual([['withdrawal', 'cadre:1', eventOf('1'), 1]]);
    const { body } = await resolver.ask('GET', `/api/v1/triage/${eventOf('1')}`, 'petition-clerk');
    expect(body).toMatchObject({ named: '陈示例', unitCode: 'U-001', waiting: 1 });
    await resolver.ask('POST', `/api/v1/triage/${eventOf('1')}/assignment`, 'petition-clerk', { cadreId: 'cadre:2' });
    expect((await resolver.ask('POST', `/api/v1/triage/${eventOf('1')}/assignment`, 'handler', { cadreId: 'cadre:2' })).status).toBe(403);
    await resolver.database.query(`UPDATE resolver.triage SET proposed_by = 'another' WHERE event_id = $1`, [eventOf('1')]);
    expect((await settle('1', 'cadre:2')).body).toMatchObject({ state: 'settled', released: 1 });
    expect((await told()).slice(before + 1)).toEqual([
      ['change', 'cadre:2', eventOf('1'), 2],
      ['signal', 'cadre:2', eventOf('1'), 2],
    ]);
  });

  it('are refused to the same subject, to whom a higher level manages, to the owner of another number, and across kinds', async () => {
    await givenWrongly();
    await receive(aSignalRecord({ id: '2', subject: { cadreToken: 'token-1' } }));
    await resolver.database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'cadre:3'`);
    await resolver.database.query(`INSERT INTO resolver.post_history VALUES ('cadre:3', 'P-2', '2020-01-01', NULL)`);
    const tried = [
      await askFor(['1'], { cadreId: 'cadre:1' }),
      await askFor(['1'], { cadreId: 'cadre:3' }),
      await askFor(['2']),
      await askFor(['1'], { unitCode: 'U-002' }),
      await askFor(['1', '9']),
    ];
    expect(tried.map(codeOf)).toEqual([
      [409, 'move-to-the-same-subject'],
      [409, 'subject-managed-higher'],
      [409, 'id-number-of-somebody-else'],
      [422, 'item-about-a-person'],
      [404, 'signal-not-found'],
    ]);
    expect(await resolver.database.query('SELECT 1 FROM resolver.move')).toEqual([]);
  });

  it('of a unit go to a unit', async () => {
    await receive(aSignalRecord({ id: 'u', code: 'org-fiscal-discipline-breach', subject: { unitCode: 'U-001' } }));
    expect(codeOf(await move(['u'], { unitCode: 'U-002' }))).toEqual([200, 'done']);
    expect((await told()).slice(-2)).toEqual([
      ['withdrawal', 'unit:U-001', eventOf('u'), 1],
      ['signal', 'unit:U-002', eventOf('u'), 2],
    ]);
  });

  it('are moved once, by another person than who asked, and in view of both subjects', async () => {
    await givenWrongly();
    expect(codeOf(await askFor(['1'], { cadreId: 'cadre:2' }, 'petition-clerk@U-001'))).toEqual([422, 'cadre-not-known']);
    expect(codeOf(await askFor(['1'], { cadreId: 'cadre:2' }, 'petition-clerk@U-002'))).toEqual([404, 'signal-not-found']);
    const asked = await askFor(['1']);
    expect(codeOf(await askFor(['1'], null, 'handler'))).toEqual([409, 'move-waits-already']);
    expect(codeOf(await confirm(asked, 'petition-clerk'))).toEqual([409, 'move-needs-another-person']);
    expect((await confirm(asked, 'case-management@U-001')).status).toBe(404);
    const both = await Promise.all([confirm(asked), confirm(asked, 'handling-office-head')]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.map(({ body }) => body['code'] ?? body['state'])).toEqual(expect.arrayContaining(['done', 'move-decided-already']));
    expect((await told()).filter((fact) => (fact as unknown[])[0] === 'withdrawal')).toHaveLength(1);
    const { body } = await resolver.ask('GET', `/api/v1/moves?signal=${eventOf('1')}`, 'handler');
    expect(body).toMatchObject({ items: [{ state: 'done', from: { name: '陈示例' }, to: { name: '陈样例' }, reason: REASON }] });
  });

  it('stay where they are when it is refused, and may be asked for anew', async () => {
    await givenWrongly();
    const { body } = await askFor(['1']);
    const refuse = async (reason: string): Promise<ResolverAnswer> =>
      resolver.ask('POST', `/api/v1/moves/${String(body['id'])}/refusal`, 'handling-office-head', { reason });
    expect((await refuse(' ')).status).toBe(400);
    expect(codeOf(await refuse('来件所指就是此人'))).toEqual([200, 'refused']);
    expect((await told()).some((fact) => (fact as unknown[])[0] === 'withdrawal')).toBe(false);
    expect((await resolver.ask('GET', '/api/v1/moves', 'case-management')).body).toEqual({ items: [] });
    expect((await askFor(['1'])).status).toBe(201);
  });

  it('keep together what a person had joined, and nothing else of it', async () => {
    for (const id of ['1', '2', '3']) {
      await receive(named(id, { data: { matter: `SJ-${id}` } }));
      await settle(id);
    }
    const signals = ['1', '2', '3'].map((id) => eventOf(id));
    await resolver.ask('POST', '/api/v1/joinings', 'handler', { kind: 'link', subject: 'cadre:1', signals, reason: '同一块土地' });
    await move(['1']);
    expect((await told()).filter((fact) => (fact as unknown[])[0] === 'link')).toHaveLength(1);
    await move(['2']);
    const links = (await resolver.announced()).filter((fact) => fact.kind === 'link');
    expect(links.map(({ subject, matters }) => [subject, matters.length])).toEqual([
      ['cadre:1', 3],
      ['cadre:2', 2],
    ]);
    expect((await told()).at(-2)).toEqual(['link', 'cadre:2', links[1]?.eventId, undefined]);
  });
});
