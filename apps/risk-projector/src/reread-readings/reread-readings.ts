import { dateOf, dayOf } from '#domain/calendar/day';
import { readOn } from '#domain/risk/reading';
import { unpackState } from '#domain/risk/subject-state';
import { maskOf } from '#persistence/channel-mask';
import type { Rows } from '#persistence/transaction';
import type { ReadingSlot } from '../reading-slots/reading-slot';

const PAGE = 500;
const TODAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date";

interface Stale {
  readonly subject: string;
  readonly state: string;
  readonly last_event: string;
  readonly today: string;
}

/**
 * Brings the shown numbers of readings to today by the database clock: what lists sort and filter by. The reading itself, the
 * level after the last event, stays as it is; an event that comes meanwhile has its own say (design: risk-model 7 and 10), and so has
 * a slot that is filled anew meanwhile. A row that somebody else is writing is left to the next time: who waits for rows while others
 * wait for its own ends in a deadlock.
 * @returns how many were brought to today
 */
export async function rereadReadings(rows: Rows, slot: ReadingSlot): Promise<number> {
  let after = '';
  let reread = 0;
  for (;;) {
    const stale = await rows.query<Stale>(
      `SELECT subject, state, last_event, ${TODAY}::text AS today FROM projector.reading
        WHERE slot = $3 AND shown_on < ${TODAY} AND as_of <= ${TODAY} AND subject > $1 ORDER BY subject LIMIT $2`,
      [after, PAGE, slot.slot],
    );
    const last = stale.at(-1);
    if (!last) return reread;
    await show(rows, stale, slot);
    reread += stale.length;
    after = last.subject;
  }
}

async function show(rows: Rows, stale: readonly Stale[], { slot, filling, policy }: ReadingSlot): Promise<void> {
  const readings = stale.map(({ state, today }) => readOn(unpackState(state), dayOf(today), policy));
  await rows.query(
    `UPDATE projector.reading AS kept SET shown_e = fresh.e, shown_p = fresh.p, shown_level = fresh.level, shown_on = fresh.today,
            shown_channels = fresh.channels, shown_floor = fresh.floor, floor_until = fresh.floor_until
       FROM unnest($1::text[], $2::uuid[], $3::int[], $4::int[], $5::smallint[], $6::date[], $7::smallint[], $10::smallint[], $11::date[])
            AS fresh (subject, last_event, e, p, level, today, channels, floor, floor_until)
      WHERE kept.slot = $8 AND EXISTS (SELECT FROM projector.slot WHERE slot.slot = $8 AND slot.filling = $9)
        AND kept.subject = fresh.subject AND kept.last_event = fresh.last_event
        AND kept.subject IN (SELECT subject FROM projector.reading WHERE slot = $8 AND subject = ANY($1) FOR UPDATE SKIP LOCKED)`,
    [
      stale.map(({ subject }) => subject),
      stale.map(({ last_event }) => last_event),
      readings.map(({ E }) => E),
      readings.map(({ P }) => P),
      readings.map(({ level }) => level),
      stale.map(({ today }) => today),
      readings.map(({ channels }) => maskOf(channels)),
      slot,
      filling,
      readings.map(({ floor }) => floor?.level ?? 0),
      readings.map(({ floor }) => (floor ? dateOf(floor.until) : null)),
    ],
  );
}
