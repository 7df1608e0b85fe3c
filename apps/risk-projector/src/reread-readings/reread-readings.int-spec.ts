import { randomBytes } from 'node:crypto';
import { dateOf, dayOf } from '#domain/calendar/day';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { unpackState } from '#domain/risk/subject-state';
import { Database } from '#persistence/database';
import { civilDate } from '#platform/time/clock';
import { aBatchOf, aSignalFact } from '#testing/risk-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { projectBatch } from '../project-signals/project-batch';
import { rereadReadings } from './reread-readings';

interface Shown {
  readonly state: string;
  readonly level: number;
  readonly e_milli: number;
  readonly shown_e: number;
  readonly shown_level: number;
  readonly shown_on: string;
}

describeWith(['postgres'], 'the numbers that lists show', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 3);
    await database.migrate();
  });

  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const today = dayOf(civilDate(new Date()));
  const shown = async (): Promise<Shown> => {
    const [row] = await database.query<Shown>('SELECT *, shown_on::text AS shown_on FROM projector.reading');
    if (!row) throw new Error('there is no reading');
    return row;
  };

  it('are of today after a night, stepped down by time, while the reading after the last event stays', async () => {
    const then = dateOf(today - 390);
    const batch = aBatchOf([aSignalFact({ id: '1', day: then, receivedOn: then, releasedOn: then })]);
    await database.consume(batch, async (tx) => projectBatch(tx, batch, SHIPPED_POLICY, new Sealer(randomBytes(32))));
    const before = await shown();
    expect([before.level, before.shown_level, before.shown_on]).toEqual([3, 3, then]);
    expect(await rereadReadings(database, SHIPPED_POLICY)).toBe(1);
    const after = await shown();
    const reading = readOn(unpackState(after.state), today, SHIPPED_POLICY);
    expect([after.shown_e, after.shown_level, after.shown_on]).toEqual([reading.E, reading.level, dateOf(today)]);
    expect(reading.level).toBe(2);
    expect([after.level, after.e_milli, after.state]).toEqual([before.level, before.e_milli, before.state]);
    expect(await rereadReadings(database, SHIPPED_POLICY)).toBe(0);
  });
});
