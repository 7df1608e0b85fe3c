import type { Day } from '#domain/calendar/day';
import { floorsOf } from '#domain/risk/floors';
import { NOTHING } from '#domain/risk/signal-value';
import { layOut } from '#domain/risk/lay';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { addDifferences, difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import { withPosts } from '#domain/risk/posts';
import { readingOf, totalOn, type Reading } from '#domain/risk/reading';
import { EMPTY_STATE, type MatterState, type SubjectState } from '#domain/risk/subject-state';
import type { Total } from '#domain/risk/total';
import { trail, type Trail } from '#domain/risk/trail';

/** The way of the level, and what was recorded. */
interface Followed extends Pick<Trail, 'level' | 'enteredOn' | 'steps'> {
  readonly book: LedgerBook;
}

/** A subject as of a day: all changes known now, over the signals of that day and before. */
export interface View extends Followed {
  /** Signals with d ≤ the day, withdrawn and unscored ones too. */
  readonly signals: readonly SignalEntry[];
  readonly matters: readonly MatterState[];
  readonly total: Total;
  readonly held: SubjectState['held'];
  readonly left: SubjectState['left'];
  readonly floors: SubjectState['floors'];
}

/**
 * The level is that after the last entry released by the day, stepped down to it.
 * @param day any day since the landmark, before or after the last entry
 * @see design risk-model 10
 */
export function viewAsOf(entries: readonly LedgerEntry[], day: Day, policy: Policy): View {
  const log = layOut(entries, policy);
  return viewAlong({ ...trail(log, day, policy), book: log.book }, entries, day, policy);
}

/** The same where the way of the level to that day is known. */
export function viewAlong(followed: Followed, entries: readonly LedgerEntry[], day: Day, policy: Policy): View {
  const told = entries.filter((entry) => entry.kind !== 'signal' || entry.day <= day);
  const book = told.length === entries.length ? followed.book : new LedgerBook(told, policy);
  const signals = told.filter((entry) => entry.kind === 'signal').filter((signal) => !book.isMoved(signal));
  const worth = signals.map((signal) => difference(signal, NOTHING, book.valueOf(signal.id)));
  const matters = addDifferences({ joining: book.joining(), matters: [] }, worth, policy);
  const { level, enteredOn, steps } = followed;
  const { held, left } = entries.reduce((state, entry) => withPosts(state, entry, book.isWithdrawn(entry.id)), EMPTY_STATE);
  // A measure says itself from when it is in force, also where it was told of later.
  const floors = floorsOf(entries, book, policy);
  return { book, signals, matters, total: totalOn(matters, day, policy), held, left, floors, level, enteredOn, steps };
}

/** The reading of any day, also one before the last entry; from the last entry on it is that of `readOn`. */
export function readingAsOf(entries: readonly LedgerEntry[], day: Day, policy: Policy): Reading {
  const view = viewAsOf(entries, day, policy);
  return readingOf(view.total, view, day, policy);
}
