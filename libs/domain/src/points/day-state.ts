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
  /** By matter the one that counts: each matter counts once. */
  readonly winners: readonly Begun[];
  /** Milli-points by window and bearer. */
  readonly counted: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function stateOn(scheme: Scheme, begun: readonly Begun[], day: Day): DayState {
  const winners = winnersOf(scheme, begun);
  return { day, winners, counted: new Map(scheme.windows.map((window) => [window.key, countedIn(window, winners, day)])) };
}

/** Of each matter what weighs most: by points, then by mark, then the earlier, then by id. */
function winnersOf({ marks }: Scheme, begun: readonly Begun[]): readonly Begun[] {
  const rank = ({ mark }: Bearer): number => marks.findIndex(({ key }) => key === mark);
  const heavier = (a: Begun, b: Begun): number => b.points - a.points || rank(b) - rank(a) || byBegin(a, b);
  return [...Map.groupBy(begun, ({ fact }) => fact.matter).values()].flatMap((ofMatter) => ofMatter.toSorted(heavier).slice(0, 1));
}

/** In the order in which they began, as far as the caps of item and window leave room. */
function countedIn(window: Window, winners: readonly Begun[], day: Day): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  const ofItem = new Map<string, number>();
  let sum = 0;
  const within = winners.filter(({ ends }) => day < (ends.get(window.key) ?? day));
  for (const { id, item, points } of within.toSorted(byBegin)) {
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
