import { dateOf } from '#domain/calendar/day';
import type { Channel } from '#domain/risk/policy';
import { packState, type SubjectState } from '#domain/risk/subject-state';
import { maskOf } from '#persistence/channel-mask';
import type { Rows } from '#persistence/transaction';
import type { SlotName } from './reading-slot';

export interface StoredReading {
  readonly subject: string;
  readonly state: string;
  readonly blocked_by: string | null;
}

export interface NewReading {
  readonly subject: string;
  readonly state: SubjectState;
  readonly e: number;
  readonly p: number;
  /** Micro-odds of each. */
  readonly channels: Readonly<Record<Channel, number>>;
  readonly lastEvent: string;
  readonly blockedBy: string | null;
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
                                    shown_channels, shown_e, shown_p, shown_level, shown_on)
     SELECT $1, *, e, p, level, as_of
       FROM unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::smallint[], $7::date[], $8::date[], $9::uuid[], $10::uuid[],
                   $11::smallint[])
            AS fresh (subject, state, e, p, level, entered_on, as_of, last_event, blocked_by, channels)
     ON CONFLICT (slot, subject) DO UPDATE SET state = excluded.state, e_milli = excluded.e_milli, p_milli = excluded.p_milli,
       level = excluded.level, entered_on = excluded.entered_on, as_of = excluded.as_of, last_event = excluded.last_event,
       blocked_by = excluded.blocked_by, shown_e = excluded.e_milli, shown_p = excluded.p_milli, shown_level = excluded.level,
       shown_on = excluded.as_of, shown_channels = excluded.shown_channels`,
    [
      slot,
      readings.map((reading) => reading.subject),
      readings.map((reading) => packState(reading.state)),
      readings.map((reading) => reading.e),
      readings.map((reading) => reading.p),
      readings.map((reading) => reading.state.level),
      readings.map((reading) => (reading.state.level > 0 ? dateOf(reading.state.enteredOn) : null)),
      readings.map((reading) => dateOf(reading.state.asOf)),
      readings.map((reading) => reading.lastEvent),
      readings.map((reading) => reading.blockedBy),
      readings.map((reading) => maskOf(reading.channels)),
    ],
  );
}
