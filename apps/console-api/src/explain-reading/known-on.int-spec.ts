import { randomUUID } from 'node:crypto';
import type { ExplanationAnswer } from '#contracts/console/cadres';
import { dateOf, dayOf } from '#domain/calendar/day';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { SubjectQueries } from '#persistence/queries/subject-queries';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { keepLedger } from '#testing/kept-ledger';
import { aChange, aFinding, aPostHeld, aSignal, aWithdrawal } from '#testing/ledger';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { FixedClock } from '#testing/started-app';
import type { DayQuestion } from '../asking/as-of';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { TellReadingHandler } from '../tell-reading/tell-reading.handler';
import { TellReading } from '../tell-reading/tell-reading.query';
import { ExplainReadingHandler } from './explain-reading.handler';
import { ExplainReading } from './explain-reading.query';

const TODAY = '2026-05-20';
const CADRE = 'cadre:a';
const day = dayOf('2026-03-02');

const letter = aSignal({ id: randomUUID(), matter: 'B', day, releasedOn: day, code: 'public-accusation-real-name' });
const finding = aFinding({ id: randomUUID(), day: day + 10, releasedOn: day + 12, status: 'plausible', code: 'org-audit-exit-finding' });
const verified = aChange({ id: randomUUID(), target: finding.id, status: 'verified', grade: 'A', releasedOn: day + 20 });
const mistaken = aFinding({
  id: randomUUID(),
  s: 80,
  matter: 'C',
  day: day + 22,
  releasedOn: day + 22,
  code: 'org-fiscal-discipline-breach',
});
const admonition = aFinding({
  id: randomUUID(),
  s: 0,
  channel: 'superior',
  matter: 'D',
  day: day + 41,
  releasedOn: day + 43,
  code: 'superior-admonition',
  fields: { ground: 3, expiry: '2026-10-11' },
});
const LEDGER = [
  aPostHeld({ id: randomUUID(), from: day - 400, factors: ['principal'] }),
  letter,
  finding,
  verified,
  mistaken,
  { ...aWithdrawal(mistaken.id, day + 40), id: randomUUID() },
  admonition,
];

describeWith(['postgres'], 'a reading as it was known', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let ledgers: SubjectLedgers;
  const clock = new FixedClock(new Date(`${TODAY}T08:00:00+08:00`));

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    await database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ($1, 'a', '陈示例', '一把手')`, [CADRE]);
    await keepLedger(database, CADRE, LEDGER, SHIPPED_POLICY);
    ledgers = new SubjectLedgers(new SubjectQueries(database), new CadreQueries(database), new UnitQueries(database));
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  const tell = async (days: DayQuestion) =>
    new TellReadingHandler(ledgers, new PoliciesInForce(database), clock).execute(new TellReading(null, CADRE, days));
  const explain = async (days: DayQuestion) =>
    new ExplainReadingHandler(ledgers, new PoliciesInForce(database), clock).execute(new ExplainReading(null, CADRE, days));
  const shown = ({ channels }: ExplanationAnswer): [string, string][] =>
    channels.flatMap(({ matters }) =>
      matters.flatMap(({ events }) => events.map((event): [string, string] => [event.eventId, event.status])),
    );

  it('names the measure in force on the day, once it is known, beside the level of E', async () => {
    const { level, ...now } = await tell({});
    const floor = { eventId: admonition.id, code: 'superior-admonition', level: 'remind', from: dateOf(day + 41), until: '2026-10-11' };
    expect(now.floor).toEqual(floor);
    expect(await explain({})).toMatchObject({ level, shownLevel: now.shownLevel, floor });
    expect((await tell({ knownOn: dateOf(day + 42) })).floor).toBeNull();
    expect((await tell({ asOf: dateOf(day + 40) })).floor).toBeNull();
    expect(await tell({ asOf: '2026-10-12' })).toMatchObject({ floor: null });
    const faded = await tell({ asOf: '2027-10-01' });
    expect([faded.shownLevel, faded.floor]).toEqual([faded.level, null]);
  });

  it('is by the log up to that day, and of that day unless another is named', async () => {
    const before = await tell({ asOf: TODAY, knownOn: dateOf(day + 11) });
    expect(before).toMatchObject({ asOf: TODAY, knownOn: dateOf(day + 11), level: 'none' });
    expect(before.channels.organization).toBe(0);
    const heard = await tell({ knownOn: dateOf(day + 12) });
    expect(heard).toMatchObject({ asOf: dateOf(day + 12), knownOn: dateOf(day + 12), level: 'remind' });
    expect({ ...(await tell({ asOf: TODAY, knownOn: TODAY })), knownOn: null }).toEqual(await tell({}));
  });

  it('shows what was taken back since as it stood, and today as if it had never come', async () => {
    const then = dateOf(day + 30);
    expect(await tell({ knownOn: then })).toMatchObject({ level: 'priority' });
    expect(await tell({ asOf: then })).toMatchObject({ level: 'inquiry', knownOn: null });
    const known = await explain({ knownOn: then });
    expect(shown(known)).toEqual(expect.arrayContaining([[mistaken.id, 'verified']]));
    expect(known.channels.reduce((sum, { part }) => sum + part, known.corroboration.part)).toBe(known.e);
  });

  it('has no item that was released later, and the judgement of then', async () => {
    expect(shown(await explain({ asOf: TODAY, knownOn: dateOf(day + 15) }))).toEqual(
      expect.arrayContaining([
        [letter.id, 'unverified'],
        [finding.id, 'plausible'],
      ]),
    );
  });

  it('tells each change of the level with what moved it', async () => {
    const { history } = await explain({ knownOn: dateOf(day + 20) });
    expect(history.map(({ level, cause, reason }) => [level, cause, reason])).toEqual([
      ['remind', finding.id, { kind: 'signal', eventId: finding.id, code: finding.code, label: '离任审计问题', status: null, grade: null }],
      [
        'inquiry',
        verified.id,
        { kind: 'change', eventId: finding.id, code: finding.code, label: '离任审计问题', status: 'verified', grade: 'A' },
      ],
    ]);
    const later = await explain({ asOf: dateOf(dayOf(TODAY) + 2_000) });
    expect(later.history.at(-1)).toMatchObject({ level: 'none', cause: 'time', reason: { kind: 'time', eventId: null, label: null } });
  });

  it.each<[DayQuestion, string]>([
    [{ knownOn: '2026-05-21' }, '/knownOn'],
    [{ knownOn: '1999-12-31', asOf: TODAY }, '/knownOn'],
    [{ knownOn: TODAY, asOf: '2036-05-18' }, '/asOf'],
  ])('is refused for %j', async (days, pointer) => {
    await expect(tell(days)).rejects.toMatchObject({ status: 400, errors: [{ pointer, code: 'day-out-of-range' }] });
  });
});
