import { randomBytes } from 'node:crypto';
import { dateOf, dayOf } from '#domain/calendar/day';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { unpackState } from '#domain/risk/subject-state';
import { maskOf } from '#persistence/channel-mask';
import { Database } from '#persistence/database';
import { civilDate } from '#platform/time/clock';
import { aBatchOf, aSignalFact } from '#testing/risk-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { projectBatch } from '../project-signals/project-batch';
import { liveSlot } from '../reading-slots/reading-slot';
import { rereadReadings } from './reread-readings';

const NOTHING = { self: 0, team: 0, superior: 0, organization: 0, public: 0, media: 0 } as const;
const ORGANIZATION = maskOf({ ...NOTHING, organization: 1 });

interface Shown {
  readonly state: string;
  readonly level: number;
  readonly e_milli: number;
  readonly shown_e: number;
  readonly shown_level: number;
  readonly shown_on: string;
  readonly shown_channels: number;
  readonly shown_floor: number;
  readonly floor_until: string | null;
  readonly listed_level: number;
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
    const [row] = await database.query<Shown>(
      'SELECT *, shown_on::text AS shown_on, floor_until::text AS floor_until FROM projector.reading',
    );
    if (!row) throw new Error('there is no reading');
    return row;
  };

  it('are of today after a night, stepped down by time, while the reading after the last event stays', async () => {
    const then = dateOf(today - 390);
    const batch = aBatchOf([aSignalFact({ id: '1', day: then, receivedOn: then, releasedOn: then })]);
    await database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), new Sealer(randomBytes(32))));
    const before = await shown();
    expect([before.level, before.shown_level, before.shown_on]).toEqual([3, 3, then]);
    expect(before.shown_channels).toBe(ORGANIZATION);
    expect(await rereadReadings(database, await liveSlot(database))).toBe(1);
    const after = await shown();
    const reading = readOn(unpackState(after.state), today, SHIPPED_POLICY);
    expect([after.shown_e, after.shown_level, after.shown_on]).toEqual([reading.E, reading.level, dateOf(today)]);
    expect(reading.level).toBe(2);
    expect(after.shown_channels).toBe(ORGANIZATION);
    expect([after.level, after.e_milli, after.state]).toEqual([before.level, before.e_milli, before.state]);
    expect(await rereadReadings(database, await liveSlot(database))).toBe(0);
  });

  it('show at least the level of a measure until its last day, and not a day longer', async () => {
    const put = async (id: string, expiry: string): Promise<void> => {
      const then = dateOf(today - 20);
      const told = {
        code: 'superior-admonition',
        channel: 'superior',
        fields: { ground: 3, expiry },
        day: then,
        receivedOn: then,
      } as const;
      const batch = aBatchOf([aSignalFact({ id, ...told, releasedOn: then })]);
      await database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), new Sealer(randomBytes(32))));
    };
    await put('1', dateOf(today));
    expect(await shown()).toMatchObject({ level: 0, shown_level: 0, shown_floor: 2, floor_until: dateOf(today), listed_level: 2 });
    await rereadReadings(database, await liveSlot(database));
    expect(await shown()).toMatchObject({ shown_on: dateOf(today), shown_level: 0, shown_floor: 2, listed_level: 2 });
    await database.query(`UPDATE projector.reading SET shown_on = shown_on - 1, state = replace(state, $1, $2)`, [
      String(today),
      String(today - 1),
    ]);
    await rereadReadings(database, await liveSlot(database));
    expect(await shown()).toMatchObject({ shown_on: dateOf(today), shown_floor: 0, floor_until: null, listed_level: 0 });
  });

  it('name a channel until nothing of it is left, and are found where a migration put them back a day', async () => {
    const long = dateOf(today - 365 * 25);
    const batch = aBatchOf([aSignalFact({ id: '1', day: long, receivedOn: long, releasedOn: long })]);
    await database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), new Sealer(randomBytes(32))));
    expect((await shown()).shown_channels).toBe(ORGANIZATION);
    await rereadReadings(database, await liveSlot(database));
    expect(await shown()).toMatchObject({ shown_e: 0, shown_channels: 0, shown_on: dateOf(today) });
    await database.query('UPDATE projector.reading SET shown_channels = 63, shown_on = shown_on - 1');
    expect(await rereadReadings(database, await liveSlot(database))).toBe(1);
    expect((await shown()).shown_channels).toBe(0);
  });
});
