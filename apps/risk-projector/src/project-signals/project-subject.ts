import type { Applied } from '#domain/risk/advance';
import { applyFact } from '#domain/risk/apply-fact';
import { needsLedger } from '#domain/risk/fold';
import type { LedgerFact } from '#domain/risk/known-history';
import { causeOf, type LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import type { SubjectState } from '#domain/risk/subject-state';

/** What one fact did, as a whole. */
export interface Step {
  readonly subject: string;
  /** The event that the fact came from. */
  readonly cause: string;
  readonly entries: LedgerFact;
  readonly applied: Applied;
}

/** One entry at its place in the log; undefined when the policy cannot read its fact. */
export interface Foldable {
  readonly offset: number;
  readonly eventId: string;
  readonly entry: LedgerEntry | undefined;
}

/** What a batch does to one subject. */
export interface Projected<T extends Foldable = Foldable> {
  readonly subject: string;
  readonly state: SubjectState;
  readonly steps: readonly Step[];
  /** The first entry that could not be folded; its fact and all after it wait. */
  readonly blockedBy: string | null;
  readonly waiting: readonly T[];
}

/** Whether folding these entries on this state will look at the subject's earlier entries. */
export function wantsLedger(state: SubjectState, placed: readonly Foldable[]): boolean {
  return placed.some(({ entry }) => entry !== undefined && needsLedger(state, entry));
}

/**
 * Folds the new facts of one subject in log order, each whole or not at all. Pure.
 * @param earlier the subject's facts from before the batch; may be empty when `wantsLedger` says no
 * @param blockedBy the entry for which the subject already waits: then nothing is folded, everything is kept
 */
export function projectSubject<T extends Foldable>(
  start: { subject: string; state: SubjectState; blockedBy: string | null },
  placed: readonly T[],
  earlier: readonly LedgerFact[],
  policy: Policy,
): Projected<T> {
  const before = earlier.flat();
  const steps: Step[] = [];
  const waiting: T[] = [];
  let state = start.state;
  let blockedBy = start.blockedBy;
  for (const fact of factsOf(placed)) {
    const step = blockedBy === null ? tryFact({ ...start, state }, fact, before, policy) : undefined;
    if (!step) {
      blockedBy ??= fact.at(-1)?.eventId ?? null;
      waiting.push(...fact);
      continue;
    }
    steps.push(step);
    before.push(...step.entries);
    state = step.applied.state;
  }
  return { subject: start.subject, state, steps, blockedBy, waiting };
}

/** The entries of each fact: those of one place in the log. */
function factsOf<T extends Foldable>(placed: readonly T[]): readonly T[][] {
  const facts: T[][] = [];
  for (const entry of placed) {
    const last = facts.at(-1);
    if (last?.[0]?.offset === entry.offset) last.push(entry);
    else facts.push([entry]);
  }
  return facts;
}

/** Undefined for a fact of which the fold refuses an entry: it is kept and shown as waiting, never skipped, never halved. */
function tryFact(
  { subject, state }: { subject: string; state: SubjectState },
  fact: readonly Foldable[],
  before: readonly LedgerEntry[],
  policy: Policy,
): Step | undefined {
  const entries = fact.flatMap(({ entry }) => entry ?? []);
  const last = entries.at(-1);
  if (last === undefined || entries.length < fact.length) return undefined;
  try {
    const whole = applyFact(state, entries, before, policy);
    return whole && { subject, cause: causeOf(last), entries, applied: whole };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
