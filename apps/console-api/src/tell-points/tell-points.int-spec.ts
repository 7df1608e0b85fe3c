import { randomUUID } from 'node:crypto';
import type { Principal } from '#access/principals';
import type { PointsLedger, PointsPage } from '#contracts/console/points';
import { pointsLedger, pointsPage, pointsQuestion } from '#contracts/console/points';
import { dayOf } from '#domain/calendar/day';
import { unitSubject } from '#domain/identity/subject';
import { PACKS } from '#domain/points/packs';
import { pointsOn } from '#domain/points/points-on';
import type { Scheme } from '#domain/points/scheme';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { keepEntry, keepPoints } from '#persistence/points-rows';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { PointsQueries } from '#persistence/queries/points-queries';
import { SubjectQueries } from '#persistence/queries/subject-queries';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { keepLedger } from '#testing/kept-ledger';
import { aFinding } from '#testing/ledger';
import { factOf, type ToldFact } from '#testing/points-facts';
import { liveScheme } from '#testing/policies';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { FixedClock } from '#testing/started-app';
import { ListPointsHandler } from '../list-points/list-points.handler';
import { ListPoints } from '../list-points/list-points.query';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { TellPointsHandler } from './tell-points.handler';
import { TellPoints } from './tell-points.query';

const REGISTRY = [
  `INSERT INTO resolver.unit (code, name, parent_code, category) VALUES
     ('C', '示例县', NULL, 'county'), ('T1', '甲镇', 'C', 'township'), ('T2', '乙镇', 'C', 'township')`,
  `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-1', 'T1', '书记', '{}'), ('P-2', 'T2', '镇长', '{}')`,
  `INSERT INTO resolver.cadre (id, token, name, category) VALUES ('cadre:a', 'a', '陈示例', '其他'), ('cadre:b', 'b', '周示例', '其他')`,
  `INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ('cadre:a', 'P-1', '2020-01-01'), ('cadre:b', 'P-2', '2020-01-01')`,
];
const [CHANGWU] = PACKS as readonly [Scheme];
const TODAY = dayOf('2026-11-28');
const [sanction, review, confirmed] = [randomUUID(), randomUUID(), randomUUID()];
const finding = aFinding({
  id: sanction,
  code: 'org-party-sanction',
  day: dayOf('2026-05-20'),
  releasedOn: dayOf('2026-06-01'),
  fields: { sanction: '警告' },
  group: 'A-DIS',
});
const ENTERED: readonly ToldFact[] = [
  { id: review, measure: 'written-review', day: '2026-09-01', by: 'demo-handler' },
  { id: confirmed, step: 'confirmation', target: review, on: '2026-09-10', by: 'demo-handling-office-head' },
];

describeWith(['postgres'], 'points in the console', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let teller: TellPointsHandler;
  let lister: ListPointsHandler;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    for (const sql of REGISTRY) await database.query(sql);
    const { hash } = await liveScheme(database, CHANGWU);
    await keepLedger(database, 'cadre:a', [finding], SHIPPED_POLICY);
    await database.query(`INSERT INTO resolver.signal (event_id, state, subject, source) VALUES ($1, 'resolved', 'cadre:a', 's')`, [
      sanction,
    ]);
    await database.query(
      `INSERT INTO resolver.signal_as_sent (event_id, subject, agency, number, fields) VALUES ($1, 'cadre:a', 'A-DIS', 'CF-1', $2)`,
      [sanction, { sanction: '警告', effectiveFrom: '2026-05-20' }],
    );
    const entered = ENTERED.map(factOf).filter((fact) => fact.kind !== 'fact');
    for (const body of entered)
      await keepEntry(database, { subject: 'cadre:a', scheme: 'changwu-12', body, note: '文号 8', role: 'handler', traceId: '' });
    const facts = [factOf({ id: sanction, code: 'org-party-sanction', day: '2026-05-20', fields: { sanction: '警告' } }), ...entered];
    const named = { hash, scheme: CHANGWU };
    await keepPoints(database, [
      { subject: 'cadre:a', named, reading: pointsOn(CHANGWU, facts, TODAY) },
      { subject: 'cadre:b', named, reading: pointsOn(CHANGWU, entered.slice(0, 1), TODAY) },
    ]);
    const units = new UnitQueries(database);
    const cadres = new CadreQueries(database);
    const [points, clock] = [new PointsQueries(database), new FixedClock(new Date('2026-11-28T08:00:00+08:00'))];
    const ledgers = new SubjectLedgers(new SubjectQueries(database), cadres, units);
    teller = new TellPointsHandler(points, ledgers, new PoliciesInForce(database), clock);
    lister = new ListPointsHandler(points, clock);
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  const somebody = (role: Principal['role'], unit: string | null = null): Principal => ({ id: `demo-${role}`, name: '示例', role, unit });
  const tell = async (question: object = {}, by = somebody('handler'), subject = 'cadre:a'): Promise<PointsLedger> =>
    pointsLedger.parse(await teller.execute(new TellPoints(by, subject, { scheme: 'changwu-12', ...question })));
  const list = async (question: object = {}, unit: string | null = null): Promise<PointsPage> =>
    pointsPage.parse(await lister.execute(new ListPoints(unit, pointsQuestion.parse({ scheme: 'changwu-12', ...question }))));
  const states = ({ items }: PointsLedger): unknown => items.map(({ state, counted }) => [state, counted]);

  it('tell what stands, who decided and confirmed, as the sender wrote it, and what follows until when', async () => {
    const ledger = await tell();
    expect(ledger).toMatchObject({
      name: '陈示例',
      asOf: '2026-11-28',
      value: 7_500,
      level: { key: 'six', from: '2026-05-20', last: '2027-05-19' },
    });
    expect(ledger.items).toMatchObject([
      {
        id: sanction,
        counted: 6_000,
        begins: '2026-05-20',
        last: '2027-05-19',
        decidedBy: 'A-DIS',
        confirmedBy: null,
        sent: { number: 'CF-1' },
        note: null,
      },
      {
        id: review,
        counted: 1_500,
        begins: '2026-09-10',
        last: '2027-08-31',
        decidedBy: 'demo-handler',
        confirmedBy: 'demo-handling-office-head',
        sent: null,
        note: '文号 8',
      },
    ]);
    expect(ledger.items[1]?.steps).toMatchObject([
      { step: 'confirmation', on: '2026-09-10', by: 'demo-handling-office-head', role: 'handler' },
    ]);
    const talk = ledger.consequences.find(({ key }) => key === 'reminder-talk');
    expect(talk).toMatchObject({ from: '2026-05-20', last: '2026-12-31', inForce: true, causes: [{ zh: '达到6分' }] });
  });

  it('are told as of a day, and as known on one', async () => {
    expect(states(await tell({ asOf: '2026-05-31' }))).toEqual([['standing', 6_000]]);
    expect(states(await tell({ asOf: '2026-09-05' }))).toEqual([
      ['standing', 6_000],
      ['pending', 0],
    ]);
    expect((await tell({ asOf: '2027-05-20' })).value).toBe(1_500);
    // Occurred, and not yet released.
    expect(states(await tell({ knownOn: '2026-05-31' }))).toEqual([]);
    expect(states(await tell({ knownOn: '2026-06-01' }))).toEqual([['standing', 6_000]]);
    await expect(tell({ asOf: '1999-12-31' })).rejects.toMatchObject({ status: 400 });
  });

  it('tell each person what they could enter today, and nothing of another day', async () => {
    const may = async (role: Principal['role'], question: object = {}): Promise<unknown> =>
      (await tell(question, somebody(role))).items.map((item) => [item.may, item.mayTakeBack]);
    expect(await may('handler')).toEqual([
      [['objection'], false],
      [['objection'], true],
    ]);
    const nothing = [
      [[], false],
      [[], false],
    ];
    expect(await may('case-management')).toEqual(nothing);
    expect(await may('handler', { asOf: '2026-11-27' })).toEqual(nothing);
  });

  it('are there for nobody out of scope, and under no scheme that is not live', async () => {
    await expect(tell({}, somebody('handler', 'T2'))).rejects.toMatchObject({ status: 404, code: 'cadre-not-found' });
    await expect(tell({ scheme: 'nowhere' })).rejects.toMatchObject({ status: 404, code: 'scheme-not-live' });
    await expect(tell({}, somebody('handler'), unitSubject('T9'))).rejects.toMatchObject({ status: 404, code: 'unit-not-found' });
    expect(states(await tell({}, somebody('handler'), unitSubject('T1')))).toEqual([]);
  });

  it('are listed by level, within a unit, by threshold, and where something waits', async () => {
    const shown = async (question: object = {}, unit: string | null = null): Promise<unknown> =>
      (await list(question, unit)).items.map(({ name, unitName, value, threshold, pending, inForce, nextChange }) => [
        name,
        unitName,
        value,
        threshold,
        pending,
        inForce,
        nextChange,
      ]);
    const [a, b] = [
      ['陈示例', '甲镇', 7_500, 'six', 0, 4, '2027-01-01'],
      ['周示例', '乙镇', 0, null, 1, 0, null],
    ];
    expect(await shown()).toEqual([a, b]);
    expect(await shown({ unit: 'T2' })).toEqual([b]);
    expect(await shown({}, 'T1')).toEqual([a]);
    expect(await shown({ threshold: 'six' })).toEqual([a]);
    expect(await shown({ threshold: 'none' })).toEqual([b]);
    expect(await shown({ threshold: 'twelve' })).toEqual([]);
    expect(await shown({ threshold: 'no-such' })).toEqual([]);
    expect(await shown({ waiting: 'yes' })).toEqual([b]);
    await expect(list({ scheme: 'nowhere' })).rejects.toMatchObject({ status: 404, code: 'scheme-not-live' });
  });

  it('are listed in pages without loss', async () => {
    const first = await list({ limit: '1' });
    const rest = await list({ limit: '1', cursor: first.next ?? '' });
    expect([first.items.map(({ subject }) => subject), rest.items.map(({ subject }) => subject), rest.next]).toEqual([
      ['cadre:a'],
      ['cadre:b'],
      null,
    ]);
    await expect(list({ cursor: 'x' })).rejects.toMatchObject({ status: 400 });
  });

  it('of a past day are read under the scheme that was in force on it', async () => {
    const heavier: Scheme = { ...CHANGWU, items: CHANGWU.items.map((item) => ({ ...item, points: item.points * 2 })) };
    const first = (await tell({})).scheme.hash;
    await liveScheme(database, heavier);
    await database.query(`UPDATE projector.policy_in_force SET from_day = '2026-11-01' WHERE kind = 'points' AND until_day IS NULL`);
    expect(await tell({})).toMatchObject({ value: 15_000 });
    expect(await tell({ asOf: '2026-10-31' })).toMatchObject({ value: 7_500, scheme: { hash: first } });
  });
});
