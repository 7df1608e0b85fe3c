import type { Role } from '#access/principals';
import { signalCountsQuestion, type SignalCounts, type SignalFile, type SignalPage, signalsQuestion } from '#contracts/console/signals';
import { dayOf } from '#domain/calendar/day';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { Database, type Scope } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { SubjectQueries } from '#persistence/queries/subject-queries';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { SignalQueries } from '#persistence/queries/signal-queries';
import { uuidOf } from '#platform/event-id';
import { aChange, aFinding, aSignal, aWithdrawal } from '#testing/ledger';
import { FixedClock } from '#testing/started-app';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { ShowSignalHandler } from '../show-signal/show-signal.handler';
import { ShowSignal } from '../show-signal/show-signal.query';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { CountSignalsHandler } from './count-signals.handler';
import { ListSignalsHandler } from './list-signals.handler';
import { CountSignals, ListSignals } from './list-signals.query';

const FINDING = 'liuqu.signal.org-audit-exit-finding.v1';
const VISIT = 'liuqu.signal.public-group-visit.v1';
const idOf = (number: string): string => uuidOf('signal', number);
const day = dayOf('2026-03-02');

interface Told {
  readonly number: string;
  readonly type?: string;
  readonly channel?: string;
  readonly agency?: string;
  readonly on?: string;
  readonly state?: string;
  readonly subject?: string;
}

/** Two towns; five signals, of which the third waits for the second, which lies in triage. */
const SIGNALS: readonly Told[] = [
  { number: '1', state: 'resolved', subject: 'a', on: '2026-03-01' },
  { number: '2', state: 'triage', on: '2026-03-03', type: VISIT, channel: 'public', agency: 'A-PET' },
  { number: '3', on: '2026-03-04', agency: 'A-PET' },
  { number: '4', state: 'refused', on: '2026-03-03' },
  { number: '5', state: 'resolved', subject: 'b', on: '2026-03-05' },
  { number: '6', state: 'resolved', subject: 'a', on: '2026-03-05', type: VISIT, channel: 'public', agency: 'A-PET' },
];

describeWith(['postgres'], 'the inbox of signals', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  const clock = new FixedClock(new Date('2026-05-20T12:00:00+08:00'));

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    for (const sql of [
      `INSERT INTO resolver.unit (code, name, category) VALUES ('T1', '甲镇', 'township'), ('T2', '乙镇', 'township')`,
      `INSERT INTO resolver.unit (code, name, category, parent_code) VALUES ('T2-1', '乙镇办公室', 'office', 'T2')`,
      `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P1', 'T1', '镇长', '{}'), ('P2', 'T2', '镇长', '{}'), ('P3', 'T2-1', '主任', '{}')`,
      `INSERT INTO resolver.cadre (id, token, name, category) VALUES ('a', 'a', '陈示例', '其他'), ('b', 'b', '李样本', '其他')`,
      `INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ('a', 'P1', '2020-01-01'), ('b', 'P2', '2020-01-01'), ('b', 'P3', '2019-01-01')`,
      `INSERT INTO gateway.agency (code, name, key_id, key_hash, systems, channels, statuses, authority)
       VALUES ('A-AUD', '县审计局', 'k1', '', '{x}', '{organization}', '{}', 'county'), ('A-PET', '县信访局', 'k2', '', '{x}', '{public}', '{}', 'county')`,
    ]) {
      await database.query(sql);
    }
    for (const signal of SIGNALS) await keep(signal);
    await database.query(
      `INSERT INTO resolver.triage (event_id, unit_code, named, label, channel, received_on, candidates) VALUES ($1, 'T2', '周示例', '集体访', 'public', '2026-03-03', '[]')`,
      [idOf('2')],
    );
    await database.query(`INSERT INTO resolver.waiting (awaits, event_id, sealed) VALUES ($1, $2, '')`, [idOf('2'), idOf('3')]);
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  async function keep({ number, type = FINDING, channel = 'organization', agency = 'A-AUD', on, state, subject }: Told): Promise<void> {
    await database.query(
      `INSERT INTO resolver.envelope (event_id, type, channel, agency, source, number, received_on, severity, verification)
       VALUES ($1, $2, $3, $4, '/agency/' || $4 || '/x', $5, $6, 3, 'verified')`,
      [idOf(number), type, channel, agency, number, on],
    );
    if (state === undefined) return;
    await database.query(`INSERT INTO resolver.signal (event_id, state, subject, source, evidence) VALUES ($1, $2, $3, 'x', 'id-number')`, [
      idOf(number),
      state,
      subject ?? null,
    ]);
  }
  const reader = (unit: Scope, role: Role): { unit: Scope; role: Role } => ({ unit, role });
  const list = async (asked: Record<string, unknown> = {}, unit: Scope = null, role: Role = 'petition-clerk'): Promise<SignalPage> =>
    new ListSignalsHandler(new SignalQueries(database), clock).execute(new ListSignals(reader(unit, role), signalsQuestion.parse(asked)));
  const count = async (asked: Record<string, unknown> = {}, unit: Scope = null, role: Role = 'petition-clerk'): Promise<SignalCounts> =>
    new CountSignalsHandler(new SignalQueries(database)).execute(new CountSignals(reader(unit, role), signalCountsQuestion.parse(asked)));
  const show = async (number: string, unit: Scope = null, role: Role = 'petition-clerk'): Promise<SignalFile> => {
    const ledgers = new SubjectLedgers(new SubjectQueries(database), new CadreQueries(database), new UnitQueries(database));
    const handler = new ShowSignalHandler(new SignalQueries(database), ledgers, new PoliciesInForce(database), clock);
    return handler.execute(new ShowSignal(reader(unit, role), idOf(number)));
  };
  const numbers = async (...asked: Parameters<typeof list>): Promise<string[]> => (await list(...asked)).items.map(({ number }) => number);

  it('has the newest first, in pages without loss', async () => {
    const all = await numbers();
    expect(all).toEqual(['6', '5', '3', '4', '2', '1']);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: SignalPage = await list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.items.map(({ number }) => number));
      cursor = page.next;
    }
    expect(paged).toEqual(all);
  });

  it('tells of each who sent it, what became of it, and whom it is about', async () => {
    const [sixth, , third, fourth, second] = (await list()).items;
    expect(sixth).toMatchObject({
      label: '集体访',
      agencyName: '县信访局',
      subject: { id: 'a', name: '陈示例', post: '镇长', unitName: '甲镇' },
      evidence: 'id-number',
    });
    expect(third).toMatchObject({ state: 'waiting', waitsFor: { eventId: idOf('2'), because: 'subject-not-known' }, subject: null });
    expect([fourth?.because, second?.state, second?.subject]).toEqual(['its-signal-not-taken', 'triage', null]);
  });

  it.each([
    [{ channel: 'public' }, ['6', '2']],
    [{ type: FINDING, state: 'resolved' }, ['5', '1']],
    [{ agency: 'A-PET' }, ['6', '3', '2']],
    [{ unit: 'T1' }, ['6', '1']],
    [{ unit: 'T2' }, ['5', '3', '2']],
    [{ unit: 'T2-1' }, ['5']],
    [{ from: '2026-03-03', to: '2026-03-04' }, ['3', '4', '2']],
    [{ event: idOf('4') }, ['4']],
    [{ unit: 'T404' }, []],
  ])('filters by %j', async (asked, left) => {
    expect(await numbers(asked)).toEqual(left);
    expect((await count(asked)).total).toBe(left.length);
  });

  it('counts each facet under the other filters, as the list would', async () => {
    for (const asked of [{}, { channel: 'public' }, { state: 'resolved', agency: 'A-AUD' }]) {
      const counts = await count(asked);
      for (const [facet, values] of [
        ['channel', counts.channels],
        ['type', counts.types],
        ['state', counts.states],
        ['agency', counts.agencies],
      ] as const) {
        for (const { value, count: told } of values)
          expect([facet, value, told]).toEqual([facet, value, (await numbers({ ...asked, [facet]: value })).length]);
      }
    }
    expect((await count()).agencies).toContainEqual({ value: 'A-PET', label: '县信访局', count: 3 });
  });

  it('is of a unit what is about its people, what names it and what waits for that', async () => {
    expect([await numbers({}, 'T1'), await numbers({}, 'T2'), await numbers({}, 'T404')]).toEqual([['6', '1'], ['5', '3', '2'], []]);
    expect((await count({}, 'T2')).total).toBe(3);
    await expect(show('1', 'T2')).rejects.toMatchObject({ status: 404, code: 'signal-not-found' });
  });

  it('is to those who handle only what is known to be about somebody', async () => {
    expect(await numbers({}, null, 'handler')).toEqual(['6', '5', '1']);
    expect([(await count({}, null, 'handler')).total, await numbers({ state: 'triage' }, null, 'case-management')]).toEqual([3, []]);
    await expect(show('2', null, 'handler')).rejects.toMatchObject({ status: 404 });
  });

  it('tells of one what it does in the reading today, and of its fields no text about a petition', async () => {
    await database.query(
      `INSERT INTO resolver.signal_as_sent (event_id, subject, agency, number, fields) VALUES ($1, 'a', 'A-PET', '6', $2)`,
      [idOf('6'), { persons: 18, cause: '举报人王示例' }],
    );
    const entries: readonly LedgerEntry[] = [
      aFinding({ id: idOf('1'), day, releasedOn: day, code: 'org-audit-exit-finding' }),
      aSignal({ id: idOf('6'), s: 0, day, releasedOn: day, code: 'public-group-visit' }),
      aChange({ id: idOf('c'), target: idOf('1'), status: 'plausible', releasedOn: day + 1 }),
    ];
    for (const [place, entry] of entries.entries()) await fold('a', place, entry);
    expect(await show('1')).toMatchObject({ standing: { effect: 'counted', status: 'plausible' } });
    expect((await show('1')).standing?.part).toBeGreaterThan(0);
    const visit = await show('6');
    expect(visit).toMatchObject({
      standing: { effect: 'no-effect', part: 0 },
      fields: [
        { label: '人数', value: '18' },
        { label: '诉求', value: null },
      ],
    });
    expect([(await show('5')).standing?.effect, (await show('2')).standing]).toEqual(['on-its-way', null]);
    await fold('a', 9, { ...aWithdrawal(idOf('1'), day + 3), id: idOf('w') });
    expect((await show('1')).standing).toEqual({ effect: 'taken-back', part: 0, status: null });
  });

  it('tells of one about a cadre who has moved up since no more than of one that was turned away', async () => {
    await database.query(
      `INSERT INTO resolver.signal_as_sent (event_id, subject, agency, number, fields) VALUES ($1, 'b', 'A-AUD', '5', $2)`,
      [idOf('5'), { amount: 18 }],
    );
    expect(await show('5', 'T2')).toMatchObject({ subject: { id: 'b' }, severity: 3, verification: 'verified' });
    expect((await show('5', 'T2')).fields.some(({ value }) => value !== null)).toBe(true);
    await database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'b'`);
    for (const scope of [null, 'T2']) {
      const nothing = { subject: null, evidence: null, occurredOn: null, severity: null, verification: null };
      expect(await show('5', scope)).toMatchObject({ ...nothing, number: '5', fields: [], standing: null });
      expect((await list({}, scope)).items.filter(({ number }) => number === '5')).toMatchObject([nothing]);
    }
    await database.query(`UPDATE resolver.cadre SET managed_higher = false WHERE id = 'b'`);
  });

  async function fold(subject: string, place: number, entry: LedgerEntry): Promise<void> {
    await database.query(
      `INSERT INTO projector.ledger (subject, event_id, assignment, log_offset, place, entry) VALUES ($1, $2, 1, 0, $3, $4)`,
      [subject, entry.id, place, JSON.stringify(entry)],
    );
  }
});
