import type { Day } from '#domain/calendar/day';
import { Counting } from '#domain/risk/counting';
import { APART, type Joining, joiningOf } from '#domain/risk/joining';
import type { Value } from '#domain/risk/signal-value';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, LinkEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { type Difference, isSomething } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';

/** One entry on the day on which it was processed, with what it adds by what is known at the end of the log. */
export interface Laid {
  readonly entry: LedgerEntry;
  readonly day: Day;
  /** Of one that takes away, another gives at least as much: a letter counts in the place of another. */
  readonly differences: readonly Difference[];
  /** From this entry on the first of the ways that still held no longer does: it is a link that stands. */
  readonly joins: boolean;
}

export interface LaidLog {
  readonly laid: readonly Laid[];
  /** One way of joining matters before the first link, and one from each link on, oldest first. */
  readonly joinings: readonly Joining[];
  /** All that was recorded. */
  readonly book: LedgerBook;
}

interface Judged {
  readonly signal: SignalEntry;
  readonly value: Value;
}

/** Undefined where an entry was taken back, or takes one back. */
type Standing = LedgerEntry | undefined;

/**
 * A log by what is known at its end. What was taken back is as if it had never come. Of the rest, each contribution is at
 * every position the smallest that it was from there on, a campaign counts as one of its letters that had come, and E is the lowest
 * by any way of joining matters that held from there on: that is what follows from re-folding at each lowering change with "the
 * smaller of then and now", in one pass. What was later refuted, or joined with others, never raised the level; what was raised
 * later counts from then on.
 * @see design risk-model 7, decisions 0026 and 0027
 */
export function layOut(entries: readonly LedgerEntry[], policy: Policy): LaidLog {
  const book = new LedgerBook(entries, policy);
  const standing = entries.map((entry): Standing => (entry.kind === 'withdrawal' || book.isGone(entry) ? undefined : entry));
  const lasting = lastingValues(standing, book, policy);
  const counting = new Counting((signal) => book.campaignOf(signal), policy);
  let day = 0;
  const laid = entries.map((entry, position) => {
    day = Math.max(day, entry.releasedOn);
    const differences = (lasting[position] ?? []).flatMap(({ signal, value }) => counting.withValue(signal, value));
    return { entry, day, differences: differences.filter(isSomething), joins: standing[position]?.kind === 'link' };
  });
  return { laid, joinings: joiningsOf(standing), book };
}

function joiningsOf(standing: readonly Standing[]): readonly Joining[] {
  const links: LinkEntry[] = standing.filter((entry) => entry?.kind === 'link');
  return [APART, ...links.map((_, place) => joiningOf(links.slice(0, place + 1)))];
}

/** What each entry says of signals, in its place: a signal that no entry decides about is worth one and the same all along. */
function lastingValues(standing: readonly Standing[], whole: LedgerBook, policy: Policy): readonly (readonly Judged[])[] {
  const book = new LedgerBook([], policy);
  const judged = standing.map((entry): readonly Judged[] => {
    if (entry === undefined) return [];
    if (entry.kind === 'signal' && whole.signal(entry.id) === entry && !whole.isJudged(entry.id)) {
      return [{ signal: entry, value: whole.ownValueOf(entry.id) }];
    }
    book.record(entry);
    return book.judgedBy(entry).flatMap((id) => {
      const signal = book.signal(id);
      return signal === undefined ? [] : [{ signal, value: book.ownValueOf(id) }];
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
