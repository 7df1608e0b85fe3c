import type { Day } from '#domain/calendar/day';
import { type Attainment, attainmentsOf } from '#domain/points/attainments';
import { type Bearer, bearersOf } from '#domain/points/bearers';
import { sumIn, valueOf } from '#domain/points/conditions';
import { type ConsequenceSpan, consequencesOf } from '#domain/points/consequences';
import { begunBy, type DayState, stateOn } from '#domain/points/day-state';
import type { PointsFact } from '#domain/points/facts';
import { awaited, openTerm } from '#domain/points/progress';
import type { ProcedureStep, Scheme } from '#domain/points/scheme';
import { windowEnd } from '#domain/points/windows';
import { compareText } from '#domain/risk/integers';

export const ITEM_STATES = ['standing', 'pending', 'superseded', 'expired', 'refused'] as const;
/** `superseded`: something heavier of the same matter counts instead; where the caps leave that no room, what brings more. */
export type ItemState = (typeof ITEM_STATES)[number];

export interface PointsItem {
  readonly id: string;
  readonly bearer: Bearer;
  readonly state: ItemState;
  /** Milli-points that it brings on the day, in the shown window. */
  readonly counted: number;
  /** The first day on which it no longer counts; undefined while it has not begun. */
  readonly until?: Day;
  /** What people have to do next before it counts. */
  readonly awaits?: ProcedureStep;
  /** The day by which something must be done that is still open. */
  readonly due?: Day;
}

/** Everything that a scheme says of a subject on a day. Points in milli-points. */
export interface PointsReading {
  readonly scheme: string;
  readonly day: Day;
  /** Of the shown window: what is added to the start, or what is left of it. */
  readonly value: number;
  readonly sums: readonly { readonly window: string; readonly sum: number }[];
  /** By day and id. */
  readonly items: readonly PointsItem[];
  /** The gravest threshold that is met; the last of the scheme's list. */
  readonly level?: Attainment;
  /** All thresholds that were ever reached, by the day. */
  readonly attained: readonly Attainment[];
  /** All consequences up to the day, those that have ended too. */
  readonly consequences: readonly ConsequenceSpan[];
  /** The next day on which something here ends by itself. */
  readonly nextChange?: Day;
}

/**
 * The reading of a scheme on a day, from what is known of the subject. The order of the facts does not matter. What was known on an
 * earlier day: the reading of the facts that were there on it.
 * @see design risk-model 8 and 10
 */
export function pointsOn(scheme: Scheme, facts: readonly PointsFact[], day: Day): PointsReading {
  const bearers = bearersOf(scheme, facts).filter((bearer) => bearer.day <= day);
  const begun = begunBy(scheme, bearers, day);
  const state = stateOn(scheme, begun, day);
  const attained = attainmentsOf(scheme, begun);
  const consequences = consequencesOf(scheme, begun, attained);
  const items = bearers.map((bearer) => itemOn(scheme, bearer, state)).toSorted(byDay);
  const ends = [...begun.flatMap((bearer) => [...bearer.ends.values()]), ...[...attained, ...consequences].map(({ until }) => until)];
  const next = ends.filter((end) => end > day);
  return {
    scheme: scheme.name,
    day,
    value: valueOf(scheme, sumIn(state, shownWindow(scheme))),
    sums: scheme.windows.map(({ key }) => ({ window: key, sum: sumIn(state, key) })),
    items,
    level: scheme.thresholds.flatMap(({ key }) => attained.filter((each) => each.threshold.key === key && day < each.until)).at(-1),
    attained: attained.toSorted((a, b) => a.from - b.from),
    consequences,
    nextChange: next.length === 0 ? undefined : Math.min(...next),
  };
}

function itemOn(scheme: Scheme, bearer: Bearer, { day, counted }: DayState): PointsItem {
  const { id, needs, steps } = bearer;
  const due = openTerm(steps, day)?.due;
  if (bearer.refused) return { id, bearer, state: 'refused', counted: 0 };
  if (bearer.begins === undefined || bearer.begins > day) {
    return { id, bearer, state: 'pending', counted: 0, awaits: awaited(needs, steps, day), due };
  }
  // In one window it may count for longer than in another.
  const until = Math.max(...scheme.windows.map((window) => windowEnd(window, bearer.countsFrom)));
  const points = counted.get(shownWindow(scheme))?.get(id) ?? 0;
  if (day >= until) return { id, bearer, state: 'expired', counted: 0, until };
  const counts = [...counted.values()].some((ofWindow) => ofWindow.has(id));
  return { id, bearer, state: counts ? 'standing' : 'superseded', counted: points, until, due };
}

const shownWindow = ({ windows }: Scheme): string => windows[0]?.key ?? '';

function byDay(a: PointsItem, b: PointsItem): number {
  return a.bearer.day - b.bearer.day || compareText(a.id, b.id);
}
