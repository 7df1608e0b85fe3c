import { randomUUID } from 'node:crypto';
import type { OwnViewAnswer } from '#contracts/console/own-view';
import { dayOf } from '#domain/calendar/day';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { PointsQueries } from '#persistence/queries/points-queries';
import { SubjectQueries } from '#persistence/queries/subject-queries';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { keepLedger } from '#testing/kept-ledger';
import { aChange, aFinding, aSignal } from '#testing/ledger';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { FixedClock } from '#testing/started-app';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { OwnViewSources } from './own-view-sources';
import { TellOwnViewHandler } from './tell-own-view.handler';
import { TellOwnView } from './tell-own-view.query';

const REPORTED = 'cadre:reported';
const QUIET = 'cadre:quiet';
const WAITING = 'cadre:waiting';
const day = dayOf('2026-03-02');
const CANARY = 'CANARY';

/** Of an organ: what may be told. */
const findings = (): SignalEntry[] => [
  aFinding({ id: randomUUID(), day, releasedOn: day, code: 'org-audit-exit-finding', group: 'A-AUDIT', reporterKind: 'agency-finding' }),
  aFinding({
    id: randomUUID(),
    day: day + 3,
    releasedOn: day + 3,
    s: 0,
    code: 'org-administrative-sanction',
    matter: 'B',
    group: 'A-DISC',
    reporterKind: 'agency-finding',
    fields: { sanction: '记过', effectiveFrom: '2026-03-05', expiry: '2027-03-04' },
  }),
];

/** Of the public, the media, a colleague and the register of clues: each verified, refuted, or as it came. */
function reports(): LedgerEntry[] {
  const letter = (given: Partial<SignalEntry>): SignalEntry =>
    aSignal({ id: randomUUID(), day: day + 5, releasedOn: day + 5, matter: `${CANARY}-matter`, ...given });
  const believed = letter({ code: 'public-accusation-real-name', reporterKind: 'real-name' });
  const untrue = letter({ code: 'public-accusation-anonymous', reporterKind: 'anonymous', anonymous: true });
  return [
    believed,
    aChange({ id: randomUUID(), target: believed.id, status: 'verified', releasedOn: day + 9 }),
    untrue,
    aChange({ id: randomUUID(), target: untrue.id, status: 'refuted', releasedOn: day + 9 }),
    letter({ code: 'media-unverified-post', channel: 'media', group: 'media', reporterKind: 'media' }),
    letter({ code: 'team-nomination-personal', channel: 'team', group: 'A-TEAM', reporterKind: 'agency-report' }),
    letter({ code: 'org-clue-registered', channel: 'organization', group: 'A-DISC', s: 0, reporterKind: 'agency-finding' }),
    letter({
      code: 'org-audit-exit-finding',
      channel: 'organization',
      group: 'public',
      status: 'verified',
      reporterKind: 'agency-finding',
    }),
    letter({ code: 'org-fiscal-discipline-breach', channel: 'organization', group: 'A-FIN', reporterKind: 'agency-finding' }),
  ];
}

describeWith(['postgres'], 'what the person concerned may be shown', () => {
  let database: Database;
  let drop: () => Promise<void>;
  const clock = new FixedClock(new Date('2026-05-20T08:00:00+08:00'));

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    for (const [id, ledger] of [
      [REPORTED, [...findings(), ...reports()]],
      [QUIET, findings()],
      [WAITING, findings()],
    ] as const) {
      await database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ($1, $1, '陈示例', '一把手')`, [id]);
      await keepLedger(database, id, ledger, SHIPPED_POLICY);
    }
    await database.query(
      `INSERT INTO workflow.candidate (id, cadre_id, state, version, cause, proposed_on, due_on, level, e_milli, p_milli, policy, leading_matter, reasons, rest, recommended)
       VALUES ($1, $2, 'proposed', 1, $3, '2026-04-01', '2026-05-01', 'inquiry', 60000, 66000, 'shipped', 'A', '[]', '{"count":0,"part":0}', '{"disposition":"talk-or-inquiry","because":[]}')`,
      [randomUUID(), WAITING, randomUUID()],
    );
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  const tell = async (cadre: string): Promise<OwnViewAnswer> => {
    const ledgers = new SubjectLedgers(new SubjectQueries(database), new CadreQueries(database), new UnitQueries(database));
    const sources = new OwnViewSources(new CandidateQueries(database), new PointsQueries(database));
    return new TellOwnViewHandler(ledgers, sources, new PoliciesInForce(database), clock).execute(new TellOwnView(null, cadre));
  };

  it('is aspects, whether they were borne out, and what was decided', async () => {
    const told = await tell(QUIET);
    expect(told).toMatchObject({
      name: '陈示例',
      findings: [{ aspect: 'integrity', label: '廉政勤政', borneOut: true }],
      decisions: [{ code: 'org-administrative-sanction', label: '政务处分', kind: '记过' }],
    });
    expect(told.sentence).toContain('不是处理决定');
  });

  it('is word for word the same of somebody about whom people and media report', async () => {
    expect(await tell(REPORTED)).toEqual(await tell(QUIET));
  });

  it('has no day, no source, no channel, no number of the sender and no score', async () => {
    const text = JSON.stringify(await tell(REPORTED));
    for (const word of [
      CANARY,
      'A-AUDIT',
      'A-DISC',
      'public',
      'media',
      'petition',
      'real-name',
      'anonymous',
      '信访',
      '检举',
      '群众',
      '舆论',
    ]) {
      expect(text).not.toContain(word);
    }
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(Object.keys(JSON.parse(text) as object).toSorted()).toEqual(['decisions', 'findings', 'name', 'points', 'sentence']);
  });

  it('is refused while work on the person goes on', async () => {
    await expect(tell(WAITING)).rejects.toMatchObject({ status: 409, code: 'not-closed-yet' });
  });

  it('is of nobody who is not there', async () => {
    await expect(tell('cadre:nobody')).rejects.toMatchObject({ status: 404 });
  });
});
