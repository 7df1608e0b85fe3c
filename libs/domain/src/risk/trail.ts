import { advance, dayOfProcessing, type ReadMatters } from '#domain/risk/advance';
import { NOTHING, type Value } from '#domain/risk/signal-value';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { difference, type Difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import { withPosts } from '#domain/risk/posts';
import { EMPTY_STATE, type SubjectState } from '#domain/risk/subject-state';

/** The subject after one entry, by what is known at the end of the log. */
export interface Footprint {
  readonly entry: LedgerEntry;
  readonly state: SubjectState;
  /** E in milli-points on the day of processing. */
  readonly E: number;
}

interface Judged {
  readonly id: string;
  readonly value: Value;
}

/**
 * Folds a log with each contribution, at every position, the smallest that it was from there on. That is what follows
 * from re-folding at each lowering change with "the smaller of then and now", in one pass: what was later withdrawn or
 * refuted never raised the level, and what was raised later counts from then on.
 * @see design risk-model 7
 */
export function trail(entries: readonly LedgerEntry[], policy: Policy): readonly Footprint[] {
  const book = new LedgerBook([], policy);
  const judged = entries.map((entry) => {
    book.record(entry);
    return book.touchedBy(entry).map((id): Judged => ({ id, value: book.valueOf(id) }));
  });
  const lasting = smallestFromThereOn(judged);
  const current = new Map<string, Value>();
  let state = EMPTY_STATE;
  let read: ReadMatters | undefined;
  return entries.map((entry, position) => {
    const differences: Difference[] = [];
    for (const { id, value } of lasting[position] ?? []) {
      const signal = book.signal(id);
      if (signal !== undefined) differences.push(difference(signal, current.get(id) ?? NOTHING, value));
      current.set(id, value);
    }
    const advanced = advance({ state, read }, dayOfProcessing(state, entry), differences, policy);
    read = advanced.read;
    state = withPosts(advanced.state, entry, book.isWithdrawn(entry.id));
    if (position === entries.length - 1) state = { ...state, plain: book.complete };
    return { entry, state, E: advanced.E };
  });
}

function smallestFromThereOn(judged: readonly (readonly Judged[])[]): readonly (readonly Judged[])[] {
  const cap = new Map<string, Value>();
  return judged
    .toReversed()
    .map((ofEntry) =>
      ofEntry.map(({ id, value }) => {
        const smallest = smaller(value, cap.get(id) ?? value);
        cap.set(id, smallest);
        return { id, value: smallest };
      }),
    )
    .toReversed();
}

function smaller(left: Value, right: Value): Value {
  return {
    odds: Math.min(left.odds, right.odds),
    solid: left.solid < right.solid ? left.solid : right.solid,
    grave: left.grave < right.grave ? left.grave : right.grave,
  };
}
