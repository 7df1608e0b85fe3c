import { dateOf } from '#domain/calendar/day';
import { foldSubject } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { readOn } from '#domain/risk/reading';
import { packState } from '#domain/risk/subject-state';
import { maskOf } from '#persistence/channel-mask';
import type { Database } from '#persistence/database';

/** The rows that the projector has in the slot that is live at first of a subject after these entries; no rows for none. */
export async function keepLedger(database: Database, subject: string, ledger: readonly LedgerEntry[], policy: Policy): Promise<void> {
  const last = ledger.at(-1);
  if (last === undefined) return;
  for (const [place, entry] of ledger.entries()) {
    await database.query(
      `INSERT INTO projector.ledger (subject, event_id, assignment, log_offset, place, entry) VALUES ($1, $2, 1, $3, 0, $4)`,
      [subject, entry.id, place, JSON.stringify(entry)],
    );
  }
  const state = foldSubject(ledger, policy);
  const { E, P, channels, floor } = readOn(state, state.asOf, policy);
  const entered = state.level > 0 ? dateOf(state.enteredOn) : null;
  await database.query(
    `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, entered_on, as_of, last_event, shown_e, shown_p, shown_level, shown_on, shown_channels, shown_floor, floor_until)
     VALUES ('a', $1, $2, $3, $4, $5, $6, $7, $8, $3, $4, $5, $7, $9, $10, $11)`,
    [
      subject,
      packState(state),
      E,
      P,
      state.level,
      entered,
      dateOf(state.asOf),
      last.id,
      maskOf(channels),
      floor?.level ?? 0,
      floor ? dateOf(floor.until) : null,
    ],
  );
}
