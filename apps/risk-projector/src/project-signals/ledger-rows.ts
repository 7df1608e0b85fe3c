import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { packState, type SubjectState } from '#domain/risk/subject-state';
import { dateOf } from '#domain/calendar/day';
import type { Channel, Policy } from '#domain/risk/policy';
import { underPolicy } from '#domain/risk/under-policy';
import { maskOf } from '#persistence/channel-mask';
import type { Transaction } from '#persistence/transaction';

/** One entry at its place in the log; `blocked` says why it could not be read. */
export interface PlacedEntry {
  readonly subject: string;
  readonly assignment: number;
  readonly offset: number;
  readonly place: number;
  readonly eventId: string;
  readonly entry: LedgerEntry | undefined;
  readonly text: string;
}

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

/** Stores the entries that are new; answers their keys. What is there already was read before and is dropped. */
export async function keepEntries(tx: Transaction, entries: readonly PlacedEntry[]): Promise<Set<string>> {
  const rows = await tx.query<{ subject: string; event_id: string; assignment: number }>(
    `INSERT INTO projector.ledger (subject, event_id, assignment, log_offset, place, entry)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::int[], $4::bigint[], $5::int[], $6::text[])
     ON CONFLICT DO NOTHING RETURNING subject, event_id, assignment`,
    [
      entries.map((entry) => entry.subject),
      entries.map((entry) => entry.eventId),
      entries.map((entry) => entry.assignment),
      entries.map((entry) => entry.offset),
      entries.map((entry) => entry.place),
      entries.map((entry) => entry.text),
    ],
  );
  return new Set(rows.map((row) => keyOf(row.subject, row.event_id, row.assignment)));
}

export const keyOf = (subject: string, eventId: string, assignment: number): string => `${subject} ${eventId} ${assignment}`;

export async function readStates(tx: Transaction, subjects: readonly string[]): Promise<readonly StoredReading[]> {
  return tx.query<StoredReading>('SELECT subject, state, blocked_by FROM projector.reading WHERE subject = ANY($1::text[])', [subjects]);
}

/** The entries of subjects from before this batch, in log order, as the policy reads them. */
export async function readLedgers(
  tx: Transaction,
  subjects: readonly string[],
  beforeOffset: number,
  policy: Policy,
): Promise<Map<string, LedgerEntry[]>> {
  const ledgers = new Map<string, LedgerEntry[]>(subjects.map((subject) => [subject, []]));
  if (subjects.length === 0) return ledgers;
  const rows = await tx.query<{ subject: string; entry: string }>(
    `SELECT subject, entry FROM projector.ledger
      WHERE subject = ANY($1::text[]) AND log_offset < $2 AND state = 'folded' ORDER BY log_offset, place`,
    [subjects, beforeOffset],
  );
  for (const row of rows) ledgers.get(row.subject)?.push(underPolicy(JSON.parse(row.entry) as LedgerEntry, policy));
  return ledgers;
}

/** Marks entries as waiting: kept, shown as missing from the reading, folded when they can be read. */
export async function blockEntries(tx: Transaction, entries: readonly PlacedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `UPDATE projector.ledger AS kept SET state = 'parked'
       FROM unnest($1::text[], $2::uuid[], $3::int[]) AS blocked (subject, event_id, assignment)
      WHERE kept.subject = blocked.subject AND kept.event_id = blocked.event_id AND kept.assignment = blocked.assignment`,
    [entries.map((entry) => entry.subject), entries.map((entry) => entry.eventId), entries.map((entry) => entry.assignment)],
  );
}

export async function keepReadings(tx: Transaction, readings: readonly NewReading[]): Promise<void> {
  if (readings.length === 0) return;
  await tx.query(
    `INSERT INTO projector.reading (subject, state, e_milli, p_milli, level, entered_on, as_of, last_event, blocked_by,
                                    shown_channels, shown_e, shown_p, shown_level, shown_on)
     SELECT *, e, p, level, as_of
       FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::smallint[], $6::date[], $7::date[], $8::uuid[], $9::uuid[],
                   $10::smallint[])
            AS fresh (subject, state, e, p, level, entered_on, as_of, last_event, blocked_by, channels)
     ON CONFLICT (subject) DO UPDATE SET state = excluded.state, e_milli = excluded.e_milli, p_milli = excluded.p_milli,
       level = excluded.level, entered_on = excluded.entered_on, as_of = excluded.as_of, last_event = excluded.last_event,
       blocked_by = excluded.blocked_by, shown_e = excluded.e_milli, shown_p = excluded.p_milli, shown_level = excluded.level,
       shown_on = excluded.as_of, shown_channels = excluded.shown_channels`,
    [
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
