import type { Day } from '#domain/calendar/day';
import type { Course } from '#domain/risk/course';
import { clockOf } from '#domain/risk/decay';
import { exposedOdds, exposureOn } from '#domain/risk/exposure';
import type { View } from '#domain/risk/history';
import { joinedIn } from '#domain/risk/joining';
import type { SignalEntry } from '#domain/risk/ledger-entry';
import { readMatter, readMatters, type MatterReading } from '#domain/risk/matter-reading';
import { withDifference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import type { MatterState } from '#domain/risk/subject-state';
import { addSums, oddsOf, scoreOfOdds } from '#domain/risk/total';

/** One item that counts: a signal, or the letters of one campaign, which count as one. */
export interface Item {
  /** The signal that counts. */
  readonly id: string;
  /** All that would have to be taken back. */
  readonly signals: readonly string[];
}

/** What the reading would be if an item had been taken back; E and P in milli-points. */
export interface WithoutItem extends Item {
  readonly E: number;
  readonly P: number;
  /** Place in LEVEL_NAMES. */
  readonly level: number;
}

/** A matter as it is read with all of its items. */
interface Read {
  readonly state: MatterState;
  readonly was: MatterReading;
}

/** The items that contribute to a reading, by the signals that count. */
export function itemsOf({ book, signals }: Pick<View, 'book' | 'signals'>): readonly Item[] {
  const byChosen = Map.groupBy(signals, (signal) => book.countsFor(signal));
  return [...byChosen]
    .filter(([chosen]) => book.valueOf(chosen).odds > 0)
    .map(([chosen, together]) => ({ id: chosen, signals: together.map(({ id }) => id) }));
}

/**
 * The reading without each item: as if its source had taken it back, the level too, and all else had come as it came.
 * @see design risk-model 11
 */
export function withoutEach(view: View, course: Course, day: Day, policy: Policy): readonly WithoutItem[] {
  const clock = clockOf(policy, day);
  const joining = view.book.joining();
  const exposure = exposureOn(view.held, view.left, day, policy);
  const all = [0, 0, 0, 0, 0, 0];
  let corroborating = 0;
  const read = new Map<string, Read>();
  for (const [place, was] of readMatters(view.matters, clock, policy).entries()) {
    addSums(all, was.channels);
    corroborating += was.corroborating;
    const state = view.matters[place];
    if (state !== undefined) read.set(state.matter, { state, was });
  }
  const oddsWithout = (signal: SignalEntry): number => {
    const matter = read.get(joinedIn(joining, signal.matter));
    if (matter === undefined) return view.total.odds;
    const { state, was } = matter;
    const is = readMatter(withoutSignal(state, signal, view, policy), clock, policy);
    const sums = all.map((sum, place) => sum - (was.channels[place] ?? 0) + (is.channels[place] ?? 0));
    return oddsOf({ sums, corroborating: corroborating - was.corroborating + is.corroborating }, policy);
  };
  return itemsOf(view).map((item) => {
    const signal = view.book.signal(item.id);
    const odds = signal === undefined ? view.total.odds : oddsWithout(signal);
    const level = course.levelWithout(course.removals.of(item.signals));
    return { ...item, E: scoreOfOdds(odds), P: scoreOfOdds(exposedOdds(odds, exposure)), level };
  });
}

function withoutSignal(state: MatterState, signal: SignalEntry, { book }: View, policy: Policy): MatterState {
  const { odds, solid, grave } = book.valueOf(signal.id);
  return withDifference(state, { signal, odds: -odds, solid: -solid, grave: -grave }, policy);
}
