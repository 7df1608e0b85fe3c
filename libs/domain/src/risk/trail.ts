import { advance, dayOfProcessing, type LevelAndGate } from '#domain/risk/advance';
import { Counting } from '#domain/risk/counting';
import { APART, joiningOf } from '#domain/risk/joining';
import type { Value } from '#domain/risk/signal-value';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, LinkEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { withPosts } from '#domain/risk/posts';
import { EMPTY_STATE, type SubjectState } from '#domain/risk/subject-state';
import type { Way } from '#domain/risk/ways';

/** The subject after one entry, by what is known at the end of the log. */
export interface Footprint {
  readonly entry: LedgerEntry;
  /** On the day of processing, without the entry. */
  readonly before: LevelAndGate;
  readonly state: SubjectState;
  /** The E that the level went by on the day of processing, in milli-points. */
  readonly E: number;
  /** The ways in which the matters are read until the next entry. */
  readonly ways: readonly Way[];
}

interface Judged {
  readonly signal: SignalEntry;
  readonly value: Value;
}

/**
 * Folds a log by what is known at its end. What was taken back is as if it had never come. Of the rest, each contribution is at
 * every position the smallest that it was from there on, a campaign counts as one of its letters that had come, and E is the lowest
 * by any way of joining matters that held from there on: that is what follows from re-folding at each lowering change with "the
 * smaller of then and now", in one pass. What was later refuted, or joined with others, never raised the level; what was raised
 * later counts from then on.
 * @see design risk-model 7, decisions 0026 and 0027
 */
export function trail(entries: readonly LedgerEntry[], policy: Policy): readonly Footprint[] {
  const whole = new LedgerBook(entries, policy);
  const standing = entries.map((entry) => (entry.kind === 'withdrawal' || whole.isWithdrawn(entry.id) ? undefined : entry));
  const lasting = lastingValues(standing, policy);
  const counting = new Counting((signal) => whole.campaignOf(signal), policy);
  let ways: readonly Way[] = waysOf(standing);
  let state = EMPTY_STATE;
  return entries.map((entry, position) => {
    const differences = (lasting[position] ?? []).flatMap(({ signal, value }) => counting.withValue(signal, value));
    const step = { day: dayOfProcessing(state, entry), differences, joins: standing[position]?.kind === 'link' };
    const advanced = advance(state, ways, step, policy);
    ways = advanced.ways;
    state = withPosts(advanced.state, entry, whole.isWithdrawn(entry.id));
    if (position === entries.length - 1) state = { ...state, plain: whole.complete };
    return { entry, before: advanced.before, state, E: advanced.E, ways };
  });
}

/** One way before the first link, and one from each link on, oldest first. */
function waysOf(standing: readonly (LedgerEntry | undefined)[]): readonly Way[] {
  const links: LinkEntry[] = standing.filter((entry) => entry?.kind === 'link');
  const joinings = links.map((_, place) => joiningOf(links.slice(0, place + 1)));
  return [APART, ...joinings].map((joining) => ({ joining, matters: [] }));
}

function lastingValues(standing: readonly (LedgerEntry | undefined)[], policy: Policy): readonly (readonly Judged[])[] {
  const book = new LedgerBook([], policy);
  const judged = standing.map((entry) => {
    if (entry === undefined) return [];
    book.record(entry);
    return book.judgedBy(entry).flatMap((id) => {
      const signal = book.signal(id);
      return signal === undefined ? [] : [{ signal, value: book.ownValueOf(signal) }];
    });
  });
  return smallestFromThereOn(judged);
}

function smallestFromThereOn(judged: readonly (readonly Judged[])[]): readonly (readonly Judged[])[] {
  const cap = new Map<string, Value>();
  return judged
    .toReversed()
    .map((ofEntry) =>
      ofEntry.map(({ signal, value }) => {
        const smallest = smaller(value, cap.get(signal.id) ?? value);
        cap.set(signal.id, smallest);
        return { signal, value: smallest };
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
