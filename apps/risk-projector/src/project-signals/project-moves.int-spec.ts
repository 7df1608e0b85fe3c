import { randomBytes } from 'node:crypto';
import { gateCorrected, LEVEL_CORRECTED, levelCorrected } from '#contracts/risk/risk-corrections';
import { GATE_PASSED, LEVEL_RAISED, levelRaised } from '#contracts/risk/risk-events';
import type { RiskFact } from '#contracts/risk/risk-facts';
import { RISK_EVENTS } from '#contracts/topics';
import { Database } from '#persistence/database';
import { uuidOf } from '#platform/event-id';
import { aBatchOf, aSignalFact } from '#testing/risk-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { liveSlot } from '../reading-slots/reading-slot';
import { projectBatch } from './project-batch';

const WRONG = 'cadre:0001';
const RIGHT = 'cadre:0002';
const idOf = (name: string): string => uuidOf('test', name);
const DAY = '2026-10-05';

const taken = (assignment: number, subject = WRONG): RiskFact => ({
  kind: 'withdrawal',
  subject,
  eventId: idOf(`move ${assignment}`),
  target: idOf('1'),
  assignment,
  releasedOn: DAY,
});
const given = (assignment: number, subject: string, cause?: string): RiskFact =>
  aSignalFact({ id: '1', subject, assignment, releasedOn: DAY, ...(cause !== undefined && { cause }) });
const aVerdict = (subject: string, assignment?: number): RiskFact => ({
  kind: 'change',
  subject,
  eventId: idOf('verdict'),
  target: idOf('1'),
  status: 'plausible',
  decidedOn: '2026-10-03',
  authority: 'county',
  releasedOn: assignment === undefined ? '2026-10-03' : DAY,
  ...(assignment !== undefined && { assignment }),
});

describeWith(['postgres'], 'a signal of the wrong subject', () => {
  const sealer = new Sealer(randomBytes(32));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let offset = 0;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 3);
    await database.migrate();
    offset = 0;
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const take = async (...facts: RiskFact[]): Promise<void> => {
    const batch = aBatchOf(facts, offset);
    await database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), sealer));
    offset += facts.length;
  };
  const announced = async (): Promise<{ type: string; event_id: string; key: string; data: string }[]> =>
    database.query('SELECT type, event_id, key, data FROM log.outbox WHERE topic = $1 ORDER BY id', [RISK_EVENTS]);
  const readingOf = async (subject: string): Promise<Record<string, unknown>> => {
    const [row] = await database.query<Record<string, unknown>>(
      'SELECT level, e_milli, p_milli, state FROM projector.reading WHERE subject = $1',
      [subject],
    );
    return row ?? {};
  };

  it('is taken from there with its alert and its passed gate, and raises an alert where it belongs', async () => {
    await take(aSignalFact({ id: '1', subject: WRONG }));
    await take(taken(1), given(2, RIGHT));
    const [raised, , corrected, gate, ...right] = await announced();
    expect(levelCorrected.parse(JSON.parse(corrected?.data ?? ''))).toMatchObject({
      subject: WRONG,
      corrects: raised?.event_id,
      cause: idOf('1'),
      correctedBy: idOf('move 1'),
      ground: 'moved',
      now: null,
      raises: false,
    });
    expect(gateCorrected.parse(JSON.parse(gate?.data ?? ''))).toMatchObject({ ground: 'moved', holds: false, fallen: [idOf('1')] });
    expect(right.map(({ type, key }) => [type, key])).toEqual([
      [LEVEL_RAISED, RIGHT],
      [GATE_PASSED, RIGHT],
    ]);
    expect(await readingOf(WRONG)).toMatchObject({ level: 0, e_milli: 0 });
  });

  it('is where it belongs to the last bit what it would be there alone, decisions included', async () => {
    await take(aSignalFact({ id: '1', subject: WRONG }), aVerdict(WRONG));
    await take(taken(1), aVerdict(RIGHT, 2), given(2, RIGHT));
    await take({ ...aVerdict('cadre:0003'), releasedOn: DAY }, given(1, 'cadre:0003'));
    expect(await readingOf(RIGHT)).toEqual(await readingOf('cadre:0003'));
  });

  it('alarms anew when it comes back to somebody of whom it had been told before', async () => {
    await take(aSignalFact({ id: '1', subject: WRONG }), aVerdict(WRONG));
    await take(taken(1), aVerdict(RIGHT, 2), given(2, RIGHT));
    await take(taken(2, RIGHT), aVerdict(WRONG, 3), given(3, WRONG, idOf('given again')));
    const told = await announced();
    const ids = told.map(({ event_id: id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const alerts = told.filter(({ type }) => type === LEVEL_RAISED).map(({ data }) => levelRaised.parse(JSON.parse(data)));
    expect(alerts.map(({ subject, cause }) => [subject, cause])).toEqual([
      [WRONG, idOf('1')],
      [RIGHT, idOf('1')],
      [WRONG, idOf('given again')],
    ]);
    const voided = told.filter(({ type }) => type === LEVEL_CORRECTED).map(({ data }) => levelCorrected.parse(JSON.parse(data)));
    expect(voided.filter(({ now }) => now === null).map(({ subject, ground }) => [subject, ground])).toEqual([
      [WRONG, 'moved'],
      [RIGHT, 'moved'],
    ]);
    expect(await readingOf(RIGHT)).toMatchObject({ level: 0, e_milli: 0 });
  });

  it('is taken and given once, however often it is delivered', async () => {
    await take(aSignalFact({ id: '1', subject: WRONG }));
    await take(taken(1), given(2, RIGHT));
    const before = [await announced(), await readingOf(WRONG), await readingOf(RIGHT)];
    await take(taken(1), given(2, RIGHT), aSignalFact({ id: '1', subject: WRONG }));
    expect([await announced(), await readingOf(WRONG), await readingOf(RIGHT)]).toEqual(before);
  });
});
