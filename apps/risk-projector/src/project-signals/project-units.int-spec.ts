import { randomBytes } from 'node:crypto';
import { LEVEL_RAISED } from '#contracts/risk/risk-events';
import type { RiskFact } from '#contracts/risk/risk-facts';
import { RISK_EVENTS } from '#contracts/topics';
import type { RecordBatch } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { uuidOf } from '#platform/event-id';
import { aBatchOf, aSignalFact } from '#testing/risk-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { liveSlot } from '../reading-slots/reading-slot';
import { projectBatch } from './project-batch';

interface Reading {
  readonly state: string;
  readonly e_milli: number;
  readonly p_milli: number;
  readonly level: number;
}

describeWith(['postgres'], 'a batch', () => {
  const sealer = new Sealer(randomBytes(32));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 3);
    await database.migrate();
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const take = async (batch: RecordBatch): Promise<void> =>
    database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), sealer));
  const readingOf = async (subject: string): Promise<Reading | undefined> =>
    (await database.query<Reading>('SELECT state, e_milli, p_milli, level FROM projector.reading WHERE subject = $1', [subject]))[0];
  const announced = async (): Promise<{ type: string; data: string }[]> =>
    database.query('SELECT type, data FROM log.outbox WHERE topic = $1 ORDER BY id', [RISK_EVENTS]);

  it('about a cadre and a unit in turn, and neither scores the other: a unit rises and alerts, and proposes nobody', async () => {
    const ofCadre = ['a', 'b'].map((id) => aSignalFact({ id, severity: 2, matter: `A-AUD/${id}` }));
    const ofUnit = ['c', 'd'].map((id) => aSignalFact({ id, subject: 'unit:U-001', matter: `A-AUD/${id}` }));
    const post: RiskFact = {
      kind: 'post-held',
      subject: 'cadre:0001',
      eventId: uuidOf('test', 'post'),
      post: 'P-001',
      factors: ['principal'],
      from: '2026-01-01',
      releasedOn: '2026-10-02',
    };
    await take(aBatchOf([post, ...ofCadre.flatMap((fact, at) => [fact, ofUnit[at] ?? fact])]));
    await take({
      ...aBatchOf([{ ...post, subject: 'cadre:0002' }, ...ofCadre.map((fact) => ({ ...fact, subject: 'cadre:0002' }))]),
      partition: 1,
    });
    expect(await readingOf('cadre:0001')).toEqual(await readingOf('cadre:0002'));
    const ofTheUnit = await readingOf('unit:U-001');
    expect(ofTheUnit).toMatchObject({ level: 3, p_milli: ofTheUnit?.e_milli });
    const told = (await announced()).map(({ type, data }) => [type, (JSON.parse(data) as { subject: string }).subject]);
    expect(told.filter(([, subject]) => subject === 'unit:U-001')).toEqual([[LEVEL_RAISED, 'unit:U-001']]);
  });
});
