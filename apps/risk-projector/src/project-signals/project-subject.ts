import type { Applied } from '#domain/risk/advance';
import { applyEntry, needsLedger } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import type { SubjectState } from '#domain/risk/subject-state';
import type { PlacedEntry } from './ledger-rows';

/** One applied entry, and how many entries of the subject came before it in this batch. */
export interface Step {
  readonly placed: PlacedEntry;
  readonly applied: Applied;
}

/** What a batch does to one subject. */
export interface Projected {
  readonly subject: string;
  readonly state: SubjectState;
  readonly steps: readonly Step[];
  /** The first entry that could not be folded; it and all after it wait. */
  readonly blockedBy: string | null;
  readonly waiting: readonly PlacedEntry[];
}

/** Whether folding these entries on this state will look at the subject's earlier entries. */
export function wantsLedger(state: SubjectState, placed: readonly PlacedEntry[]): boolean {
  return placed.some(({ entry }) => entry !== undefined && needsLedger(state, entry));
}

/**
 * Folds the new entries of one subject in log order. Pure.
 * @param earlier the subject's entries from before the batch; may be empty when `wantsLedger` says no
 * @param blockedBy the entry for which the subject already waits: then nothing is folded, everything is kept
 */
export function projectSubject(
  start: { subject: string; state: SubjectState; blockedBy: string | null },
  placed: readonly PlacedEntry[],
  earlier: readonly LedgerEntry[],
  policy: Policy,
): Projected {
  const before = [...earlier];
  const steps: Step[] = [];
  let state = start.state;
  let blockedBy = start.blockedBy;
  for (const next of placed) {
    const applied = blockedBy === null ? tryEntry(state, next.entry, before, policy) : undefined;
    if (!applied || next.entry === undefined) {
      blockedBy ??= next.eventId;
      continue;
    }
    steps.push({ placed: next, applied });
    before.push(next.entry);
    state = applied.state;
  }
  return { subject: start.subject, state, steps, blockedBy, waiting: placed.slice(steps.length) };
}

/** Undefined for an entry that the fold refuses: it is kept and shown as waiting, never skipped. */
function tryEntry(
  state: SubjectState,
  entry: LedgerEntry | undefined,
  before: readonly LedgerEntry[],
  policy: Policy,
): Applied | undefined {
  if (entry === undefined) return undefined;
  try {
    return applyEntry(state, entry, before, policy);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
