import type { Database } from '#persistence/database';
import { FakeEventLog } from '#testing/fake-event-log';
import { randomFacts } from '#testing/random-facts';
import { describeWith } from '#testing/services/local-services';
import { SMALL, TwoSlots } from '../../../../test/rebuild/two-slots';
import { SlotTaken } from '../reading-slots/reading-slot';

describeWith(['postgres'], 'the other slot', () => {
  let slots: TwoSlots;
  beforeEach(async () => {
    slots = await TwoSlots.over(new FakeEventLog());
  });
  afterEach(async () => slots?.close());

  it('is filled from the log with what the live one has, whatever the sizes, and nothing is announced', async () => {
    await slots.append(randomFacts(1, 1_000, 30));
    await slots.takeLive(37);
    const { a: live } = await slots.digests();
    const announced = await slots.outgoing();
    for (const sizes of [SMALL, { recordsAPass: 90, rowsAStatement: 1 }, { recordsAPass: 450, rowsAStatement: 7 }]) {
      await slots.fill(sizes);
      expect(await slots.digests()).toEqual({ a: live, b: live });
    }
    expect(await slots.rowsOf('b')).toEqual(await slots.rowsOf('a'));
    expect(await slots.database.query('SELECT 1 FROM projector.reading WHERE blocked_by IS NOT NULL')).not.toEqual([]);
    expect(await slots.outgoing()).toBe(announced);
    expect(announced).toBeGreaterThan(20);
  });

  it.each([1, 8, 500])('follows the live one, %d records at once, as if it had been there from the beginning', async (atOnce) => {
    await slots.append(randomFacts(2, 600, 25));
    await slots.takeLive(500, 0.3);
    await slots.fill();
    const announced = await slots.outgoing();
    await slots.takeLive(61, 0.7);
    expect(await slots.follow(atOnce)).toBeGreaterThan(200);
    expect(await slots.rowsOf('b')).toEqual(await slots.rowsOf('a'));
    await slots.append(randomFacts(3, 200, 25));
    await slots.takeLive(500);
    const afterLive = await slots.outgoing();
    await slots.follow(atOnce);
    expect(await slots.rowsOf('b')).toEqual(await slots.rowsOf('a'));
    expect(await slots.follow(atOnce)).toBe(0);
    expect([await slots.outgoing(), afterLive > announced]).toEqual([afterLive, true]);
  });

  it('goes on after a stop at any place where it was, and begins a share that was broken off anew', async () => {
    await slots.append(randomFacts(4, 600, 25));
    await slots.takeLive();
    const slot = await slots.begin();
    let fills = 0;
    for (let allowed = 1; fills === 0; allowed += 2) {
      let left = allowed;
      const dying: Pick<Database, 'query' | 'storeRows'> = {
        query: async (sql, parameters) => slots.database.query(sql, parameters),
        storeRows: async (work) => {
          if ((left -= 1) < 0) throw new Error('killed');
          return slots.database.storeRows(work);
        },
      };
      await slots.fill({ recordsAPass: 130, rowsAStatement: 3 }, slot, dying).then(
        () => (fills += 1),
        (error: unknown) => expect(error).toMatchObject({ message: 'killed' }),
      );
    }
    expect(await slots.rowsOf('b')).toEqual(await slots.rowsOf('a'));
  });

  it('shows numbers of today at once', async () => {
    await slots.append(randomFacts(5, 100, 5));
    await slots.takeLive();
    await slots.fill();
    const shown = await slots.database.query(
      `SELECT bool_and(shown_on = greatest(as_of, (now() AT TIME ZONE 'Asia/Shanghai')::date)) AS today, bool_or(shown_e < e_milli) AS faded
         FROM projector.reading WHERE slot = 'b'`,
    );
    expect(shown).toEqual([{ today: true, faded: true }]);
  });

  it('is written by its own filling alone: who comes late from an earlier one writes nothing', async () => {
    await slots.append(randomFacts(6, 300, 10));
    await slots.takeLive();
    const earlier = await slots.begin();
    await slots.begin();
    await expect(slots.fill({}, earlier)).rejects.toThrow(SlotTaken);
    expect(await slots.database.query(`SELECT 1 FROM projector.reading WHERE slot = 'b'`)).toEqual([]);
    await slots.fill();
    await expect(slots.fill({}, { ...earlier, filling: earlier.filling + 2 })).rejects.toThrow(SlotTaken);
  });
});
