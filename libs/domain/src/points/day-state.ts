import type { Day } from '#domain/calendar/day';
import type { Bearer } from '#domain/points/bearers';
import type { Scheme, Window } from '#domain/points/scheme';
import { windowEnd } from '#domain/points/windows';
import { compareText } from '#domain/risk/integers';

/** A bearer that has begun. */
export type Begun = Bearer & {
  readonly begins: Day;
  /** By window the first day on which it lies outside. */
  readonly ends: ReadonlyMap<string, Day>;
};

/** The bearers that have begun by a day. */
export function begunBy(scheme: Scheme, bearers: readonly Bearer[], day: Day): readonly Begun[] {
  return bearers.flatMap((bearer) => {
    const { begins } = bearer;
    return begins === undefined || begins > day ? [] : [{ ...bearer, begins, ends: endsOf(scheme, bearer) }];
  });
}

function endsOf({ windows }: Scheme, { countsFrom }: Bearer): ReadonlyMap<string, Day> {
  return new Map(windows.map((window) => [window.key, windowEnd(window, countsFrom)]));
}

/** What counts on one day. */
export interface DayState {
  readonly day: Day;
  readonly begun: readonly Begun[];
  /** Milli-points by window and bearer; in each window one bearer of a matter. */
  readonly counted: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function stateOn(scheme: Scheme, begun: readonly Begun[], day: Day): DayState {
  return {
    day,
    begun,
    counted: new Map(scheme.windows.map((window) => [window.key, countedIn(window, winnersIn(scheme, window, begun, day))])),
  };
}

/**
 * Of each matter what weighs most of all that lies within the window: by points, then by mark, then the earlier, then by id. What
 * ends last is looked at first, and what weighs more takes its place unless the cap of its item would let it bring less: so the sum
 * never rises when something ends.
 * @see decision 0021: nothing gets graver by time
 */
function winnersIn({ marks }: Scheme, window: Window, begun: readonly Begun[], day: Day): readonly Begun[] {
  const rank = ({ mark }: Bearer): number => marks.findIndex(({ key }) => key === mark);
  const byWeight = (a: Begun, b: Begun): number => b.points - a.points || rank(b) - rank(a) || byBegin(a, b);
  const endOf = ({ ends }: Begun): Day => ends.get(window.key) ?? day;
  const within = begun.filter((bearer) => day < endOf(bearer)).toSorted((a, b) => endOf(b) - endOf(a) || byWeight(a, b));
  const winners = new Map<string, Begun>();
  for (const bearer of within) {
    const { fact, item } = bearer;
    const other = winners.get(fact.matter);
    if (other !== undefined && byWeight(other, bearer) < 0) continue;
    const bringsLess =
      other !== undefined && item.most !== undefined && sumOf(window, new Map(winners).set(fact.matter, bearer)) < sumOf(window, winners);
    if (!bringsLess) winners.set(fact.matter, bearer);
  }
  return [...winners.values()];
}

function sumOf(window: Window, winners: ReadonlyMap<string, Begun>): number {
  return [...countedIn(window, [...winners.values()]).values()].reduce((sum, points) => sum + points, 0);
}

/** In the order in which they began, as far as the caps of item and window leave room. */
function countedIn(window: Window, winners: readonly Begun[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  const ofItem = new Map<string, number>();
  let sum = 0;
  for (const { id, item, points } of winners.toSorted(byBegin)) {
    const before = ofItem.get(item.key) ?? 0;
    const adds = Math.min(points, (item.most ?? points + before) - before, (window.most ?? points + sum) - sum);
    counted.set(id, adds);
    ofItem.set(item.key, before + adds);
    sum += adds;
  }
  return counted;
}

function byBegin(a: Begun, b: Begun): number {
  return a.begins - b.begins || compareText(a.id, b.id);
}
