import { riskFact, type RiskFact } from '#contracts/risk/risk-facts';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { NotInPolicy, underPolicy } from '#domain/risk/under-policy';
import { entriesOf, NotReadable } from '../project-signals/entry-of-fact';
import type { Foldable } from '../project-signals/project-subject';

/** One fact about a subject at its place in the log, as a policy reads it. */
export interface PlacedFact {
  readonly offset: number;
  readonly eventId: string;
  /** In order; undefined when the policy cannot read the fact. */
  readonly entries: readonly LedgerEntry[] | undefined;
}

/** Tells a fact from its repetitions in the log. */
export const assignmentOf = (fact: RiskFact): number => (fact.kind !== 'withdrawal' && 'assignment' in fact ? (fact.assignment ?? 1) : 1);

export function placedFact(offset: number, fact: RiskFact, policy: Policy): PlacedFact {
  return { offset, eventId: fact.eventId, entries: orUnread(() => entriesOf(fact, policy)) };
}

/** What the ledger keeps of one fact. A fact that nobody could read when it came stands there as it came. */
export function factInLedger(offset: number, texts: readonly string[], policy: Policy): PlacedFact {
  const kept = texts.map((text) => JSON.parse(text) as LedgerEntry | RiskFact);
  const last = kept.at(-1);
  if (last === undefined) throw new RangeError('a fact has an entry');
  if ('subject' in last) return placedFact(offset, riskFact.parse(last), policy);
  return { offset, eventId: last.id, entries: orUnread(() => kept.map((entry) => underPolicy(entry as LedgerEntry, policy))) };
}

/** Entry by entry, as they are folded in turn. */
export const foldablesOf = ({ offset, eventId, entries }: PlacedFact): readonly Foldable[] =>
  entries === undefined ? [{ offset, eventId, entry: undefined }] : entries.map((entry) => ({ offset, eventId: entry.id, entry }));

function orUnread(read: () => readonly LedgerEntry[]): readonly LedgerEntry[] | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotReadable || error instanceof NotInPolicy) return undefined;
    throw error;
  }
}
