import type { Day } from '#domain/calendar/day';
import { applyEntry, needsLedger } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { LEVEL_NAMES, type Policy } from '#domain/risk/policy';
import { type Reading, readOn } from '#domain/risk/reading';
import { EMPTY_STATE } from '#domain/risk/subject-state';
import { underPolicy } from '#domain/risk/under-policy';

const INQUIRY = LEVEL_NAMES.indexOf('inquiry');

/** One subject as a policy would have read it, entry by entry, as it was known then. */
export interface Walk {
  /** On the day of the backtest. */
  readonly reading: Reading;
  /** Days on which an entry opened the gate: each would have proposed a candidate, were none open. */
  readonly opened: readonly Day[];
  /** Entries after which the level was 函询 or higher and the gate open. */
  readonly openAfter: ReadonlySet<string>;
}

/**
 * Walks the ledger of a subject under a policy as the live projector would have: what was taken back later still proposed then.
 * @param entries in log order, under whatever policy they were written
 * @param today not before the last entry
 * @throws NotInPolicy for a policy that is not total
 * @see design risk-model 7 Candidate, 9 Backtest
 */
export function walk(entries: readonly LedgerEntry[], policy: Policy, today: Day): Walk {
  const read = entries.map((entry) => underPolicy(entry, policy));
  const opened: Day[] = [];
  const openAfter = new Set<string>();
  let state = EMPTY_STATE;
  read.forEach((entry, place) => {
    const { before, after, state: next } = applyEntry(state, entry, needsLedger(state, entry) ? read.slice(0, place) : [], policy);
    const isOpen = after.level >= INQUIRY && after.gate;
    if (isOpen) openAfter.add(entry.id);
    if (isOpen && !(before.level >= INQUIRY && before.gate)) opened.push(next.asOf);
    state = next;
  });
  return { reading: readOn(state, Math.max(today, state.asOf), policy), opened, openAfter };
}
