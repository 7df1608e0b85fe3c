import type { RiskFact } from '#contracts/risk/risk-facts';
import type { ChannelRecord } from '#contracts/signals/channel-record';
import { aChannelBatch, aSignalRecord, eventOf } from '#testing/channel-records';
import { eventually } from '#testing/eventually';
import { type ResolverAnswer, type StartedResolver, startResolver } from '#testing/resolver-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { ChannelRecordConsumer } from '../resolve-subject/channel-record.consumer';
import { SignalResolverModule } from '../signal-resolver.module';

const LETTER = { code: 'public-accusation-anonymous', channel: 'public' } as const;
const CADRES = ['cadre:1', 'cadre:2', 'cadre:3'];
const NAMES = ['陈示例', '陈样例', '陈范例'];

describeWith(['postgres'], 'what a person joined of signals that are moved', () => {
  let resolver: StartedResolver;
  let offset = 0;

  beforeAll(async () => {
    resolver = await startResolver(SignalResolverModule);
  });
  beforeEach(async () => {
    offset = 0;
    await resolver.empty();
    await resolver.database.query('TRUNCATE resolver.move, resolver.joining');
    await resolver.readIn('units', 'code,name,parent_code,category\nU-001,云岭镇,,township');
    await resolver.readIn('posts', 'code,unit_code,title,factors\nP-1,U-001,镇长,principal');
    for (const [at, cadre] of CADRES.entries()) {
      await resolver.database.query(`INSERT INTO resolver.cadre VALUES ($1, $2, $3, '其他')`, [cadre, `token-${at}`, NAMES[at]]);
      await resolver.database.query(`INSERT INTO resolver.post_history VALUES ($1, 'P-1', '2020-01-01', NULL)`, [cadre]);
    }
  });
  afterAll(async () => resolver?.close());

  /** Signals of matters of their own, each settled on the first. */
  async function given(ids: readonly string[], more: object = {}): Promise<void> {
    for (const id of ids) {
      const record: ChannelRecord = aSignalRecord({
        id,
        subject: { name: '陈示例', unitCode: 'U-001' },
        data: { matter: `SJ-${id}` },
        ...more,
      });
      await new ChannelRecordConsumer(resolver.database, resolver.sealer).resolve(aChannelBatch([record], offset));
      offset += 1;
      const settled = await resolver.ask('POST', `/api/v1/triage/${eventOf(id)}/assignment`, 'petition-clerk', { cadreId: 'cadre:1' });
      expect(settled).toMatchObject({ status: 200, body: { state: 'settled' } });
    }
  }
  const join = async (ids: readonly string[], as: object = { kind: 'link' }, subject = 'cadre:1'): Promise<ResolverAnswer> =>
    resolver.ask('POST', '/api/v1/joinings', 'handler', { subject, signals: ids.map((id) => eventOf(id)), reason: '同一块土地', ...as });
  const undo = async ({ body }: ResolverAnswer): Promise<ResolverAnswer> =>
    resolver.ask('POST', `/api/v1/joinings/${String(body['id'])}/undoing`, 'case-management', { reason: '核实后并非同一事项' });
  const ask = async (ids: readonly string[], cadreId: string): Promise<ResolverAnswer> =>
    resolver.ask('POST', '/api/v1/moves', 'petition-clerk', {
      signals: ids.map((id) => eventOf(id)),
      to: { cadreId },
      reason: '同名不同人',
    });
  const confirm = async ({ body }: ResolverAnswer): Promise<ResolverAnswer> =>
    resolver.ask('POST', `/api/v1/moves/${String(body['id'])}/confirmation`, 'case-management', {});
  const move = async (ids: readonly string[], cadreId: string): Promise<void> => {
    const asked = await ask(ids, cadreId);
    expect(asked).toMatchObject({ status: 201 });
    expect(await confirm(asked)).toMatchObject({ status: 200 });
  };
  const told = async (kind: 'link' | 'campaign'): Promise<readonly RiskFact[]> =>
    (await resolver.announced()).filter((fact) => fact.kind === kind);
  const subjectsTold = async (kind: 'link' | 'campaign'): Promise<readonly string[]> => (await told(kind)).map(({ subject }) => subject);
  const standingAt = async (subject: string): Promise<unknown[]> =>
    resolver.database.query('SELECT id FROM resolver.joining WHERE subject = $1 AND undone_at IS NULL', [subject]);

  it.each([
    ['link', {}, ['1', '2']],
    ['campaign', { texts: 3, accounts: 2 }, ['1', '2']],
    ['link', {}, ['1', '2', '3']],
  ] as const)('as a %s %j stands once when %j come back, and undoing it parts them', async (kind, counted, moved) => {
    await given(['1', '2', '3'], LETTER);
    const joined = await join(['1', '2', '3'], { kind, ...counted });
    await move(moved, 'cadre:2');
    await move(moved, 'cadre:1');
    expect(await subjectsTold(kind)).toEqual(['cadre:1', 'cadre:2']);
    expect((await undo(joined)).status).toBe(200);
    expect(await standingAt('cadre:1')).toEqual([]);
  });

  it('is said once where they are moved on to, and comes back where it was undone meanwhile', async () => {
    await given(['1', '2']);
    const joined = await join(['1', '2']);
    await move(['1', '2'], 'cadre:2');
    await move(['1', '2'], 'cadre:3');
    expect(await subjectsTold('link')).toEqual(CADRES);
    await undo(joined);
    await move(['1', '2'], 'cadre:1');
    expect(await subjectsTold('link')).toEqual([...CADRES, 'cadre:1']);
  });

  it.each([
    ['link', {}, ['1', '2', '3'], {}],
    ['campaign', { texts: 1, accounts: 1 }, ['1', '2'], { texts: 2, accounts: 1 }],
  ] as const)('as a %s %j comes back besides where %j are joined elsewhere as %j', async (kind, before, ids, counted) => {
    await given(['1', '2', '3'], LETTER);
    await join(['1', '2'], { kind, ...before });
    await move(['1', '2', '3'], 'cadre:2');
    await join(ids, { kind, ...counted }, 'cadre:2');
    await move(['1', '2', '3'], 'cadre:1');
    expect(await subjectsTold(kind)).toEqual(['cadre:1', 'cadre:2', 'cadre:2', 'cadre:1']);
    expect((await told(kind)).at(-1)).toMatchObject(counted);
  });

  it.each([
    ['moved with them', [['1', '2', '9']], ['1', '2', '9']],
    ['moved before', [['2'], ['1', '9']], ['1', '2', '9']],
    ['that stays', [['1', '9']], ['1', '9']],
  ] as const)('as a link joins a letter of a campaign %s as where it was said', async (_, moves, joined) => {
    await given(['1', '2', '9'], LETTER);
    await join(['1', '2'], { kind: 'campaign', texts: 1, accounts: 1 });
    await join(['1', '9']);
    for (const ids of moves) await move(ids, 'cadre:2');
    const matters = (await told('link')).map((fact) => ('matters' in fact ? fact.matters.map((matter) => matter.split('-').at(-1)) : []));
    expect(matters).toEqual([['1', '2', '9'], joined]);
  });

  /** How many wait until somebody lets go of what they need. */
  const waiting = async (): Promise<unknown> => {
    const [row] = await resolver.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0',
    );
    return row?.count;
  };
  /** Asks for the one, and while it cannot yet be stored for the other. */
  const atOnce = async <T>(lock: string, first: () => Promise<T>, second: () => Promise<T>): Promise<readonly [T, T]> => {
    const both = await resolver.database.transaction(async (tx) => {
      await tx.query(lock);
      const one = first();
      await eventually(async () => expect(await waiting()).toBe(1));
      const other = second();
      await eventually(async () => expect(await waiting()).toBe(2));
      return [one, other] as const;
    });
    return Promise.all(both);
  };

  it('follows when the move is confirmed while it is being stored', async () => {
    await given(['1', '2']);
    const asked = await ask(['1', '2'], 'cadre:2');
    const answers = await atOnce(
      'LOCK TABLE resolver.joining IN SHARE MODE',
      async () => join(['1', '2']),
      async () => confirm(asked),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    expect(await subjectsTold('link')).toEqual(['cadre:1', 'cadre:2']);
  });

  it('does not follow when the move is confirmed while it is being undone', async () => {
    await given(['1', '2']);
    const joined = await join(['1', '2']);
    const asked = await ask(['1', '2'], 'cadre:2');
    const answers = await atOnce(
      'LOCK TABLE log.outbox IN SHARE MODE',
      async () => undo(joined),
      async () => confirm(asked),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await subjectsTold('link')).toEqual(['cadre:1']);
  });

  it('is refused when they are moved meanwhile', async () => {
    await given(['1', '2']);
    const asked = await ask(['1', '2'], 'cadre:2');
    const answers = await atOnce(
      'LOCK TABLE log.outbox IN SHARE MODE',
      async () => confirm(asked),
      async () => join(['1', '2']),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect(await subjectsTold('link')).toEqual([]);
  });
});
