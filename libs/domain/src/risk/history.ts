import type { Day } from '#domain/calendar/day';
import { NOTHING } from '#domain/risk/signal-value';
import { fallsBy } from '#domain/risk/falls';
import { APART } from '#domain/risk/joining';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { stepDown } from '#domain/risk/level';
import { addDifferences, difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import { readingOf, totalOn, type Reading } from '#domain/risk/reading';
import { EMPTY_STATE, type MatterState, type SubjectState } from '#domain/risk/subject-state';
import type { Total } from '#domain/risk/total';
import { trail, type Footprint } from '#domain/risk/trail';
import { allowedBy } from '#domain/risk/ways';

/** The cause of a step down that no entry caused. */
export const BY_TIME = 'time';

/** One step of the level. */
export interface LevelStep {
  readonly day: Day;
  /** Place in LEVEL_NAMES from this day on. */
  readonly level: number;
  /** In milli-points on that day. */
  readonly E: number;
  /** The id of the entry, or BY_TIME. */
  readonly cause: string;
}

/** A subject as of a day: all changes known now, over the signals of that day and before. */
export interface View {
  readonly book: LedgerBook;
  /** Signals with d ≤ the day, withdrawn and unscored ones too. */
  readonly signals: readonly SignalEntry[];
  readonly matters: readonly MatterState[];
  readonly total: Total;
  readonly held: SubjectState['held'];
  readonly left: SubjectState['left'];
  /** The level after the last entry released by that day, stepped down to it. */
  readonly level: number;
  readonly enteredOn: Day;
}

/**
 * @param day any day since the landmark, before or after the last entry
 * @see design risk-model 10
 */
export function viewAsOf(entries: readonly LedgerEntry[], day: Day, policy: Policy): View {
  const told = entries.filter((entry) => entry.kind !== 'signal' || entry.day <= day);
  const book = new LedgerBook(told, policy);
  const signals = told.filter((entry) => entry.kind === 'signal');
  const worth = signals.map((signal) => difference(signal, NOTHING, book.valueOf(signal.id)));
  const matters = addDifferences({ joining: book.joining(), matters: [] }, worth, policy);
  const footprints = trail(entries, policy);
  const then = footprints.findLast(({ state }) => state.asOf <= day) ?? NOWHERE;
  const { held, left } = footprints.at(-1)?.state ?? EMPTY_STATE;
  const level = stepDown(then.state, allowedBy(then.ways, day, policy).E, day, policy);
  return { book, signals, matters, total: totalOn(matters, day, policy), held, left, level, enteredOn: then.state.enteredOn };
}

/** The reading of any day, also one before the last entry; from the last entry on it is that of `readOn`. */
export function readingAsOf(entries: readonly LedgerEntry[], day: Day, policy: Policy): Reading {
  const view = viewAsOf(entries, day, policy);
  return readingOf(view.total, view, day, policy);
}

/**
 * Every step of the level by what is known now: up with the entry that caused it, down by time or by an entry.
 * @param until the last day whose steps are listed; by default that of the last entry
 */
export function levelHistory(entries: readonly LedgerEntry[], policy: Policy, until?: Day): readonly LevelStep[] {
  const steps: LevelStep[] = [];
  let last: Standing = NOWHERE;
  for (const { entry, state, E, ways } of trail(entries, policy)) {
    if (until !== undefined && state.asOf > until) break;
    const falls = fallsUntil(last, state.asOf, policy);
    steps.push(...falls);
    const before = falls.at(-1)?.level ?? last.state.level;
    if (state.level !== before) steps.push({ day: state.asOf, level: state.level, E, cause: entry.id });
    last = { state, ways };
  }
  return until === undefined ? steps : [...steps, ...fallsUntil(last, until, policy)];
}

type Standing = Pick<Footprint, 'state' | 'ways'>;

/** Before the first entry. */
const NOWHERE: Standing = { state: EMPTY_STATE, ways: [{ joining: APART, matters: [] }] };

function fallsUntil({ state, ways }: Standing, until: Day, policy: Policy): readonly LevelStep[] {
  const scoreOn = (day: Day): number => allowedBy(ways, day, policy).E;
  if (stepDown(state, scoreOn(until), until, policy) === state.level) return [];
  return fallsBy(scoreOn, state, state.asOf, policy)
    .filter(({ day }) => day <= until)
    .map(({ level, day }) => ({ day, level: level - 1, E: scoreOn(day), cause: BY_TIME }));
}
