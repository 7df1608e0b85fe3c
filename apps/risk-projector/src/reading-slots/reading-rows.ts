import { dateOf, type Day } from '#domain/calendar/day';
import type { SlotName } from '#domain/rebuild/slots';
import type { Policy } from '#domain/risk/policy';
import { type Reading, readOn } from '#domain/risk/reading';
import { packState, type SubjectState } from '#domain/risk/subject-state';
import { maskOf } from '#persistence/channel-mask';
import type { Rows } from '#persistence/transaction';

export interface StoredReading {
  readonly subject: string;
  readonly state: string;
  readonly blocked_by: string | null;
}

/** A subject after its last event. */
export interface Standing {
  readonly subject: string;
  readonly state: SubjectState;
  readonly lastEvent: string;
  readonly blockedBy: string | null;
}

export interface NewReading extends Standing {
  /** On the day of the last event. */
  readonly reading: Reading;
  /** What lists show, and the day of it. */
  readonly shown: Reading;
  readonly shownOn: Day;
}

/** @param today what lists show is of this day, unless the last event is later; by default of the day of the last event */
export function newReading(standing: Standing, policy: Policy, today: Day = 0): NewReading {
  const { state } = standing;
  const reading = readOn(state, state.asOf, policy);
  const shownOn = Math.max(today, state.asOf);
  return { ...standing, reading, shown: shownOn === state.asOf ? reading : readOn(state, shownOn, policy), shownOn };
}

export async function readStates(rows: Rows, slot: SlotName, subjects: readonly string[]): Promise<readonly StoredReading[]> {
  return rows.query<StoredReading>(
    'SELECT subject, state, blocked_by FROM projector.reading WHERE slot = $1 AND subject = ANY($2::text[])',
    [slot, subjects],
  );
}

export async function keepReadings(rows: Rows, slot: SlotName, readings: readonly NewReading[]): Promise<void> {
  if (readings.length === 0) return;
  await rows.query(
    `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, entered_on, as_of, last_event, blocked_by,
                                    shown_e, shown_p, shown_level, shown_on, shown_channels, shown_floor, floor_until)
     SELECT $1, *
       FROM unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::smallint[], $7::date[], $8::date[], $9::uuid[], $10::uuid[],
                   $11::int[], $12::int[], $13::smallint[], $14::date[], $15::smallint[], $16::smallint[], $17::date[])
     ON CONFLICT (slot, subject) DO UPDATE SET state = excluded.state, e_milli = excluded.e_milli, p_milli = excluded.p_milli,
       level = excluded.level, entered_on = excluded.entered_on, as_of = excluded.as_of, last_event = excluded.last_event,
       blocked_by = excluded.blocked_by, shown_e = excluded.shown_e, shown_p = excluded.shown_p, shown_level = excluded.shown_level,
       shown_on = excluded.shown_on, shown_channels = excluded.shown_channels, shown_floor = excluded.shown_floor,
       floor_until = excluded.floor_until`,
    [
      slot,
      readings.map(({ subject }) => subject),
      readings.map(({ state }) => packState(state)),
      readings.map(({ reading }) => reading.E),
      readings.map(({ reading }) => reading.P),
      readings.map(({ state }) => state.level),
      readings.map(({ state }) => (state.level > 0 ? dateOf(state.enteredOn) : null)),
      readings.map(({ state }) => dateOf(state.asOf)),
      readings.map(({ lastEvent }) => lastEvent),
      readings.map(({ blockedBy }) => blockedBy),
      readings.map(({ shown }) => shown.E),
      readings.map(({ shown }) => shown.P),
      readings.map(({ shown }) => shown.level),
      readings.map(({ shownOn }) => dateOf(shownOn)),
      readings.map(({ shown }) => maskOf(shown.channels)),
      readings.map(({ shown }) => shown.floor?.level ?? 0),
      readings.map(({ shown }) => (shown.floor ? dateOf(shown.floor.until) : null)),
    ],
  );
}
