import type { LedgerFact } from '#domain/risk/known-history';
import type { Policy } from '#domain/risk/policy';
import type { Rows } from '#persistence/transaction';
import type { Foldable } from './project-subject';
import { factInLedger, type PlacedFact } from '../reading-slots/placed-fact';

/** One entry at its place in the log. */
export interface PlacedEntry extends Foldable {
  readonly subject: string;
  readonly assignment: number;
  readonly place: number;
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

/**
 * The facts of subjects from before a place in the log, in log order, as the policy reads them. Nothing of these subjects waits in
 * the slot that is asked for, so all that stands there has been folded, whatever waits in the other.
 */
export async function readLedgers(
  rows: Rows,
  subjects: readonly string[],
  beforeOffset: number,
  policy: Policy,
): Promise<Map<string, LedgerFact[]>> {
  const ledgers = new Map<string, LedgerFact[]>(subjects.map((subject) => [subject, []]));
  for (const [subject, facts] of await readFacts(rows, subjects, policy, { beforeOffset })) {
    ledgers.get(subject)?.push(...facts.flatMap(({ entries }) => (entries ? [entries] : [])));
  }
  return ledgers;
}

export interface SoughtFacts {
  readonly beforeOffset?: number;
  /** Only what does not wait for those who read the live slot. */
  readonly folded?: boolean;
}

/** The facts of subjects in log order, as the policy reads them; by default all. */
export async function readFacts(
  rows: Rows,
  subjects: readonly string[],
  policy: Policy,
  { beforeOffset = Number.MAX_SAFE_INTEGER, folded = false }: SoughtFacts = {},
): Promise<Map<string, PlacedFact[]>> {
  if (subjects.length === 0) return new Map();
  const kept = await rows.query<KeptEntry>(
    `SELECT subject, log_offset, entry FROM projector.ledger
      WHERE subject = ANY($1::text[]) AND log_offset < $2 AND (NOT $3::boolean OR state = 'folded') ORDER BY subject, log_offset, place`,
    [subjects, beforeOffset, folded],
  );
  const facts = new Map<string, PlacedFact[]>();
  for (const entries of ofOneFact(kept)) {
    const [{ subject, log_offset: offset }] = entries;
    const texts = entries.map(({ entry }) => entry);
    facts.set(subject, facts.get(subject) ?? []);
    facts.get(subject)?.push(factInLedger(Number(offset), texts, policy));
  }
  return facts;
}

interface KeptEntry {
  readonly subject: string;
  readonly log_offset: string;
  readonly entry: string;
}

/** The entries of each fact: those of one subject at one offset. */
function ofOneFact(kept: readonly KeptEntry[]): readonly [KeptEntry, ...KeptEntry[]][] {
  const facts: [KeptEntry, ...KeptEntry[]][] = [];
  for (const entry of kept) {
    const last = facts.at(-1);
    if (last && last[0].subject === entry.subject && last[0].log_offset === entry.log_offset) last.push(entry);
    else facts.push([entry]);
  }
  return facts;
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
