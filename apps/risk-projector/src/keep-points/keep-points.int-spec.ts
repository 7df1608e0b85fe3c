import { randomBytes, randomUUID } from 'node:crypto';
import type { RiskFact } from '#contracts/risk/risk-facts';
import { dateOf, dayOf } from '#domain/calendar/day';
import { PACKS } from '#domain/points/packs';
import type { Scheme } from '#domain/points/scheme';
import { Database } from '#persistence/database';
import { uuidOf } from '#platform/event-id';
import { civilDate } from '#platform/time/clock';
import { liveScheme } from '#testing/policies';
import { aBatchOf, aSignalFact } from '#testing/risk-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { projectBatch } from '../project-signals/project-batch';
import { liveSlot } from '../reading-slots/reading-slot';
import { sweepPoints } from './sweep-points';

interface Row {
  readonly subject: string;
  readonly value: number;
  readonly level: number;
  readonly threshold: string | null;
  readonly standing: number;
  readonly in_force: number;
  readonly next_change: string | null;
}

const [CHANGWU, , , HUINONG] = PACKS as readonly [Scheme, Scheme, Scheme, Scheme];

describeWith(['postgres'], 'points in the database', () => {
  const sealer = new Sealer(randomBytes(32));
  const today = dayOf(civilDate(new Date()));
  const ago = (days: number): string => dateOf(today - days);
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let offset = 0;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 4);
    await database.migrate();
    offset = 0;
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const take = async (...facts: RiskFact[]): Promise<void> => {
    const batch = aBatchOf(facts, offset);
    offset += facts.length;
    await database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), sealer));
  };
  const sanction = (id: string, more: Partial<Parameters<typeof aSignalFact>[0]> = {}): RiskFact =>
    aSignalFact({
      code: 'org-party-sanction',
      fields: { sanction: '警告' },
      matter: `A-DIS/${id}`,
      day: ago(30),
      receivedOn: ago(30),
      releasedOn: ago(30),
      ...more,
      id,
    });
  const rows = async (): Promise<readonly Row[]> =>
    database.query<Row>(
      'SELECT subject, value, level, threshold, standing, in_force, next_change::text AS next_change FROM projector.points ORDER BY subject',
    );

  it('are not there before a scheme is live, and are read of all subjects once one is', async () => {
    await take(sanction('1'), sanction('2', { subject: 'cadre:0002' }), aSignalFact({ id: '3', subject: 'cadre:0003' }));
    expect(await rows()).toEqual([]);
    await liveScheme(database, CHANGWU);
    expect(await sweepPoints(database)).toBeGreaterThan(2);
    const expected = { value: 6_000, level: 1, threshold: 'six', standing: 1 };
    expect(await rows()).toMatchObject([
      { subject: 'cadre:0001', ...expected },
      { subject: 'cadre:0002', ...expected },
    ]);
    expect(await sweepPoints(database)).toBe(0);
  });

  it('follow each event in its transaction, and are exactly as before once it is withdrawn or refuted', async () => {
    await liveScheme(database, CHANGWU);
    await take(sanction('1', { fields: { sanction: '严重警告' } }));
    const before = await rows();
    await take(sanction('2'), sanction('9', { subject: 'cadre:0002' }));
    expect(await rows()).toMatchObject([{ value: 16_000, threshold: 'twelve' }, { value: 6_000 }]);
    const back = { subject: 'cadre:0001', releasedOn: ago(1), eventId: uuidOf('test', 'back'), target: uuidOf('test', '2') };
    const refuted = { subject: 'cadre:0002', releasedOn: ago(1), eventId: uuidOf('test', 'refuted'), target: uuidOf('test', '9') };
    await take({ kind: 'withdrawal', ...back }, { kind: 'change', ...refuted, status: 'refuted', decidedOn: ago(1), authority: 'county' });
    expect(await rows()).toEqual(before);
  });

  it('never come from what is not verified, and come when it is', async () => {
    await liveScheme(database, CHANGWU);
    await take(sanction('1', { status: 'plausible' }));
    expect(await rows()).toEqual([]);
    const verified = { subject: 'cadre:0001', releasedOn: ago(1), eventId: uuidOf('test', 'verified'), target: uuidOf('test', '1') };
    await take({ kind: 'change', ...verified, status: 'verified', decidedOn: ago(1), authority: 'county' });
    expect(await rows()).toMatchObject([{ value: 6_000 }]);
  });

  it('end on their day by the nightly look alone', async () => {
    await liveScheme(database, CHANGWU);
    const long = ago(366);
    await take(sanction('1', { day: long, receivedOn: long, releasedOn: long }), sanction('2', { subject: 'cadre:0002' }));
    // As they were written the day before the twelve months were over.
    const [row] = await database.query<{ hash: string }>('SELECT hash FROM projector.points');
    await database.query(
      `INSERT INTO projector.points (scheme, subject, hash, value, level, threshold, standing, pending, in_force, next_change, read_on)
       VALUES ('changwu-12', 'cadre:0001', $1, 6000, 1, 'six', 1, 0, 4, console.today(), console.today() - 1)`,
      [row?.hash],
    );
    await sweepPoints(database);
    expect(await rows()).toMatchObject([{ subject: 'cadre:0002', value: 6_000 }]);
  });

  it('are those of a unit under a scheme for units, and of nobody in it', async () => {
    await liveScheme(database, HUINONG);
    const notice = { code: 'superior-work-supervision-notice', channel: 'superior', severity: 2, fields: { colour: '黄' } } as const;
    const days = { day: ago(0), receivedOn: ago(0), releasedOn: ago(0) };
    await take(aSignalFact({ id: '1', subject: 'unit:U-1', ...notice, ...days }), aSignalFact({ id: '2', ...notice, ...days }));
    expect(await rows()).toMatchObject([{ subject: 'unit:U-1', threshold: 'yellow', in_force: 1 }]);
  });

  it('are read anew under a scheme of the same name that goes live, and are gone when none is', async () => {
    await liveScheme(database, CHANGWU);
    await take(sanction('1'));
    const heavier: Scheme = { ...CHANGWU, items: CHANGWU.items.map((item) => ({ ...item, points: item.points * 2 })) };
    await liveScheme(database, heavier);
    await sweepPoints(database);
    expect(await rows()).toMatchObject([{ value: 12_000, threshold: 'twelve' }]);
    await database.query(`UPDATE projector.policy SET state = 'retired' WHERE kind = 'points'`);
    await sweepPoints(database);
    expect(await rows()).toEqual([]);
  });

  it('are not looked through one by one when nothing went live or was retired since', async () => {
    await liveScheme(database, HUINONG);
    await database.query(`UPDATE projector.policy SET state = 'retired' WHERE kind = 'points'`);
    await liveScheme(database, CHANGWU);
    await sweepPoints(database);
    await database.query(
      `INSERT INTO projector.points (scheme, subject, hash, value, level, threshold, standing, pending, in_force, read_on)
       SELECT scheme, 'cadre:' || number, hash, 6000, 1, 'six', 1, 0, 0, console.today()
         FROM projector.points_filling, generate_series(1, 20000) AS number`,
    );
    await database.query('ANALYZE projector.points');
    // One connection, that tells what it did at once.
    const one = await Database.connect(fresh.url, 1);
    const scans = async (): Promise<unknown> => {
      await one.query('SELECT pg_stat_force_next_flush()');
      return one.query(`SELECT seq_scan FROM pg_stat_user_tables WHERE relid = 'projector.points'::regclass`);
    };
    const before = await scans();
    await sweepPoints(one);
    const after = await scans();
    await one.close();
    expect(after).toEqual(before);
  });

  it('are only what stands in ledger and entries: what people entered never changes', async () => {
    await database.query(
      `INSERT INTO projector.points_entry (id, subject, scheme, body, role, trace_id) VALUES ($1, 's', 'x', '{}', 'handler', '')`,
      [randomUUID()],
    );
    await expect(database.query(`UPDATE projector.points_entry SET note = 'x'`)).rejects.toThrow();
    await expect(database.query('DELETE FROM projector.points_entry')).rejects.toThrow();
  });
});
