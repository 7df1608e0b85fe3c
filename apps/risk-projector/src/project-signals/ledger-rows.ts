import type { LedgerFact } from '#domain/risk/known-history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { underPolicy } from '#domain/risk/under-policy';
import type { Rows } from '#persistence/transaction';

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

/** Stores the entries that are new; answers their keys. What is there already was read before and is dropped. */
export async function keepEntries(tx: Rows, entries: readonly PlacedEntry[]): Promise<Set<string>> {
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

/** The facts of subjects from before this batch, in log order, as the policy reads them: those of one offset are of one fact. */
export async function readLedgers(
  tx: Rows,
  subjects: readonly string[],
  beforeOffset: number,
  policy: Policy,
): Promise<Map<string, LedgerFact[]>> {
  const ledgers = new Map<string, LedgerEntry[][]>(subjects.map((subject) => [subject, []]));
  if (subjects.length === 0) return ledgers;
  const rows = await tx.query<{ subject: string; entry: string; place: number }>(
    `SELECT subject, entry, place FROM projector.ledger
      WHERE subject = ANY($1::text[]) AND log_offset < $2 AND state = 'folded' ORDER BY log_offset, place`,
    [subjects, beforeOffset],
  );
  for (const row of rows) {
    const entry = underPolicy(JSON.parse(row.entry) as LedgerEntry, policy);
    const facts = ledgers.get(row.subject);
    if (row.place === 0) facts?.push([entry]);
    else facts?.at(-1)?.push(entry);
  }
  return ledgers;
}

/** Marks entries as waiting: kept, shown as missing from the reading, folded when they can be read. */
export async function blockEntries(tx: Rows, entries: readonly PlacedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `UPDATE projector.ledger AS kept SET state = 'parked'
       FROM unnest($1::text[], $2::uuid[], $3::int[]) AS blocked (subject, event_id, assignment)
      WHERE kept.subject = blocked.subject AND kept.event_id = blocked.event_id AND kept.assignment = blocked.assignment`,
    [entries.map((entry) => entry.subject), entries.map((entry) => entry.eventId), entries.map((entry) => entry.assignment)],
  );
}
