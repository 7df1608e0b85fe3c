import type { Day } from '#domain/calendar/day';
import { applyFact } from '#domain/risk/apply-fact';
import type { LedgerFact } from '#domain/risk/known-history';
import { causeOf, type LedgerEntry } from '#domain/risk/ledger-entry';
import { LEVEL_NAMES, type Policy } from '#domain/risk/policy';
import { type Reading, readOn } from '#domain/risk/reading';
import { EMPTY_STATE } from '#domain/risk/subject-state';
import { underPolicy } from '#domain/risk/under-policy';

const INQUIRY = LEVEL_NAMES.indexOf('inquiry');

/** One subject as a policy would have read it, fact by fact, as it was known then. */
export interface Walk {
  /** On the day of the backtest. */
  readonly reading: Reading;
  /** Days on which a fact opened the gate: each would have proposed a candidate, were none open. */
  readonly opened: readonly Day[];
  /** The events, as candidates name their cause, after which the level was 函询 or higher and the gate open. */
  readonly openAfter: ReadonlySet<string>;
}

/**
 * Walks the ledger of a subject under a policy as the live projector would have: what was taken back later still proposed then.
 * @param facts in log order, under whatever policy they were written
 * @param today not before the last entry
 * @throws NotInPolicy for a policy that is not total
 * @see design risk-model 7 Candidate, 9 Backtest
 */
export function walk(facts: readonly LedgerFact[], policy: Policy, today: Day): Walk {
  const opened: Day[] = [];
  const openAfter = new Set<string>();
  const earlier: LedgerEntry[] = [];
  let state = EMPTY_STATE;
  for (const fact of facts) {
    const read = fact.map((entry) => underPolicy(entry, policy));
    const [last, step] = [read.at(-1), applyFact(state, read, earlier, policy)];
    if (last === undefined || step === undefined) continue;
    const { before, after } = step;
    const isOpen = after.level >= INQUIRY && after.gate;
    if (isOpen) openAfter.add(causeOf(last));
    if (isOpen && !(before.level >= INQUIRY && before.gate)) opened.push(step.state.asOf);
    earlier.push(...read);
    state = step.state;
  }
  return { reading: readOn(state, Math.max(today, state.asOf), policy), opened, openAfter };
}
