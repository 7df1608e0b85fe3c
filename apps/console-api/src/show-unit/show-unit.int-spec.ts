import { randomUUID } from 'node:crypto';
import { dayOf } from '#domain/calendar/day';
import { unitSubject } from '#domain/identity/subject';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database, type Scope } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { SubjectQueries } from '#persistence/queries/subject-queries';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { namedJson } from '#platform/json/named-json';
import { keepLedger } from '#testing/kept-ledger';
import { aFinding } from '#testing/ledger';
import { approvedPolicy, aPolicy } from '#testing/policies';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { FixedClock } from '#testing/started-app';
import type { DayQuestion } from '../asking/as-of';
import { ExplainReadingHandler } from '../explain-reading/explain-reading.handler';
import { ExplainReading } from '../explain-reading/explain-reading.query';
import { ListUnitsHandler } from '../list-units/list-units.handler';
import { ListUnits } from '../list-units/list-units.query';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { TellReadingHandler } from '../tell-reading/tell-reading.handler';
import { TellReading } from '../tell-reading/tell-reading.query';
import { ShowUnitHandler } from './show-unit.handler';
import { ShowUnit } from './show-unit.query';

const REGISTRY = [
  `INSERT INTO resolver.unit (code, name, parent_code, category) VALUES
     ('C', '示例县', NULL, 'county'), ('T1', '甲镇', 'C', 'township'), ('T2', '乙镇', 'C', 'township')`,
  `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-1', 'T1', '书记', '{principal}'), ('P-2', 'T1', '镇长', '{}')`,
  `INSERT INTO resolver.cadre (id, token, name, category) VALUES
     ('cadre:a', 'a', '陈示例', '一把手'), ('cadre:b', 'b', '周示例', '其他'), ('cadre:c', 'c', '李示例', '其他')`,
  `INSERT INTO resolver.post_history (cadre_id, post_code, from_day, left_day) VALUES
     ('cadre:b', 'P-2', '2020-01-01', NULL), ('cadre:a', 'P-1', '2020-01-01', NULL), ('cadre:c', 'P-1', '2019-01-01', '2020-01-01')`,
  `INSERT INTO gateway.agency (code, name, key_id, key_hash, systems, channels, statuses, authority)
     VALUES ('A-FIN', '示例财政局', 'k', 'h', '{}', '{}', '{}', 'county')`,
];

const FISCAL = 'org-fiscal-discipline-breach';
const day = dayOf('2026-03-02');
const finding = aFinding({ id: randomUUID(), day, releasedOn: day, code: FISCAL, severity: 5, reporterKind: 'agency-finding', s: 80 });
const ofMember = aFinding({ id: randomUUID(), day, releasedOn: day, code: 'org-audit-exit-finding', s: 35 });

describeWith(['postgres'], 'a unit in the console', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let ledgers: SubjectLedgers;
  let units: UnitQueries;
  const clock = new FixedClock(new Date('2026-03-02T08:00:00+08:00'));

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    for (const sql of REGISTRY) await database.query(sql);
    await keepLedger(database, unitSubject('T1'), [finding], SHIPPED_POLICY);
    await keepLedger(database, 'cadre:a', [ofMember], SHIPPED_POLICY);
    await database.query(`INSERT INTO resolver.signal (event_id, state, subject, source) VALUES ($1, 'resolved', 'unit:T1', 's')`, [
      finding.id,
    ]);
    await database.query(
      `INSERT INTO resolver.signal_as_sent (event_id, subject, agency, number, fields) VALUES ($1, 'unit:T1', 'A-FIN', 'CZ-1', $2)`,
      [finding.id, { amount: 80_000, problemCode: 'CJ-07', unknown: 'x' }],
    );
    units = new UnitQueries(database);
    ledgers = new SubjectLedgers(new SubjectQueries(database), new CadreQueries(database), units);
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  const list = async (scope: Scope, withReadings = true) => new ListUnitsHandler(units, clock).execute(new ListUnits(scope, withReadings));
  const show = async (scope: Scope, code: string) => new ShowUnitHandler(units, clock).execute(new ShowUnit(scope, code));
  const tell = async (scope: Scope, code: string, days: DayQuestion = {}) =>
    new TellReadingHandler(ledgers, new PoliciesInForce(database), clock).execute(new TellReading(scope, unitSubject(code), days));
  const explain = async (scope: Scope, code: string, days: DayQuestion = {}) =>
    new ExplainReadingHandler(ledgers, new PoliciesInForce(database), clock).execute(new ExplainReading(scope, unitSubject(code), days));

  it('is listed with its own reading, that of none of its members, and with none for whoever reads no cases', async () => {
    const { items } = await list(null);
    expect(items.map(({ code, parentCode, reading }) => [code, parentCode, reading?.level, reading?.e])).toEqual([
      ['C', null, 'none', 0],
      ['T1', 'C', 'inquiry', 69_230],
      ['T2', 'C', 'none', 0],
    ]);
    expect((await list(null, false)).items.map(({ reading }) => reading)).toEqual([null, null, null]);
  });

  it('names who holds a post today by post and name, and counts them by level', async () => {
    const file = await show(null, 'T1');
    expect(file.members).toEqual([
      { id: 'cadre:a', name: '陈示例', post: '书记' },
      { id: 'cadre:b', name: '周示例', post: '镇长' },
    ]);
    expect(file.levels.filter(({ count }) => count > 0)).toEqual([
      { level: 'none', count: 1 },
      { level: 'watch', count: 1 },
    ]);
    expect(file.parentName).toBe('示例县');
    const [oldest] = await database.query<{ day: string }>(
      `SELECT min(shown_on)::text AS day FROM projector.reading WHERE subject LIKE 'cadre:%'`,
    );
    expect(file.levelsOn).toBe(oldest?.day);
    expect((await show(null, 'C')).levelsOn).toBeNull();
  });

  it('is read and explained like a cadre, without exposure, with what its sender wrote', async () => {
    expect(await tell(null, 'T1')).toMatchObject({ subject: 'unit:T1', e: 69_230, p: 69_230, exposurePercent: 100, level: 'inquiry' });
    const [event] = (await explain(null, 'T1')).channels.flatMap(({ matters }) => matters).flatMap(({ events }) => events);
    expect(event?.sent).toEqual({
      number: 'CZ-1',
      agency: 'A-FIN',
      agencyName: '示例财政局',
      fields: [
        { label: '问题代码', value: 'CJ-07' },
        { label: expect.stringContaining('金额'), value: '80000' },
      ],
    });
  });

  it('is read under any policy that was approved, and is incomplete where that one does not know a type', async () => {
    const milder = aPolicy({ weights: { ...SHIPPED_POLICY.weights, [FISCAL]: { '5': 50 } } });
    const { hash } = await approvedPolicy(database, milder);
    const asked = { policy: hash };
    expect(await tell(null, 'T1', asked)).toMatchObject({
      e: 50_000,
      level: 'remind',
      policy: { name: milder.name, hash },
      incomplete: false,
    });
    expect(await explain(null, 'T1', asked)).toMatchObject({ e: 50_000, policy: { hash }, incomplete: false });
    const { [FISCAL]: unknown, ...weights } = SHIPPED_POLICY.weights;
    const older = await approvedPolicy(database, aPolicy({ weights }));
    expect(unknown).toBeDefined();
    for (const ask of [tell, explain]) expect(await ask(null, 'T1', { policy: older.hash })).toMatchObject({ e: 0, incomplete: true });
    expect(await tell(null, 'T1')).toMatchObject({ e: 69_230, policy: { hash: namedJson(SHIPPED_POLICY).hash } });
  });

  it('is there in the scope of its tree, and nowhere else', async () => {
    expect((await list('T1')).items.map(({ code, reading }) => [code, reading?.e])).toEqual([['T1', 69_230]]);
    expect((await tell('T1', 'T1')).e).toBe(69_230);
    expect((await explain('C', 'T1')).channels.length).toBeGreaterThan(0);
    for (const ask of [show, tell, explain]) await expect(ask('T2', 'T1')).rejects.toMatchObject({ status: 404, code: 'unit-not-found' });
    expect(await new SubjectQueries(database).ledger('T2', 'unit:T1')).toEqual([]);
    expect(await new SubjectQueries(database).asSent('T2', 'unit:T1')).toEqual([]);
  });
});
