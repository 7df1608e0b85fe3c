import type { Day } from '#domain/calendar/day';
import { clockOf, decayed, stored } from '#domain/risk/decay';
import type { Ratio } from '#domain/risk/exposure';
import { fallsWhile, type Fall } from '#domain/risk/falls';
import { Gauge } from '#domain/risk/gauge';
import { viewAsOf, type View } from '#domain/risk/history';
import { byId, compareText } from '#domain/risk/integers';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { readMatters } from '#domain/risk/matter-reading';
import { CHANNELS, HALF_LIVES, type Channel, type Grade, type Policy, type Status } from '#domain/risk/policy';
import { joinedIn } from '#domain/risk/joining';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { Decisions } from '#domain/risk/signal-value';
import { readingOf, totalOn } from '#domain/risk/reading';
import { shares } from '#domain/risk/shares';
import type { Floor, SubjectState } from '#domain/risk/subject-state';
import type { LevelStep } from '#domain/risk/trail';

/** One signal: c on its own day and what is left of it, in micro-odds; its part of E in milli-points. */
export interface EventPart {
  readonly id: string;
  readonly code: string | undefined;
  readonly channel: Channel;
  readonly group: string;
  /** As the links that stand join matters. */
  readonly matter: string;
  /** The letter that counts for their campaign, when it is another one. */
  readonly countedIn: string | undefined;
  readonly day: Day;
  /** As it stands by all decisions known now. */
  readonly grade: Grade;
  readonly status: Status;
  /** By whom, where that was decided. */
  readonly decided: Decisions;
  readonly c: number;
  readonly decayed: number;
  readonly part: number;
}

export interface MatterPart {
  readonly matter: string;
  /** y in this channel, in micro-odds. */
  readonly y: number;
  readonly part: number;
  readonly events: readonly EventPart[];
}

export interface ChannelPart {
  readonly channel: Channel;
  readonly odds: number;
  readonly part: number;
  readonly matters: readonly MatterPart[];
}

/** A reading as a tree: every node is the sum of its children to the milli-point, and the channels with corroboration are E. */
export interface Explanation {
  readonly day: Day;
  readonly E: number;
  readonly P: number;
  readonly odds: number;
  /** All six, in the order of CHANNELS. */
  readonly channels: readonly ChannelPart[];
  readonly corroboration: { readonly odds: number; readonly part: number };
  /** "Exposure of post": P − E, negative for an advisory post. */
  readonly exposure: { readonly percent: Ratio; readonly part: number };
  /** Place in LEVEL_NAMES, by E alone. */
  readonly level: number;
  /** In force on the day: shown beside the level of E, never part of it. */
  readonly floor: Floor | undefined;
  readonly gateOpen: boolean;
  readonly leadingMatter: string | undefined;
  /** How the level came to be what it is. */
  readonly steps: readonly LevelStep[];
  /** When each level from this one down is left by time alone. */
  readonly fallsOn: readonly Fall[];
}

type Unshared = Omit<EventPart, 'part'>;

/**
 * Why the reading of a day is what it is, as of any day since the landmark.
 * @see design risk-model 6 parts, 11
 */
export function explain(entries: readonly LedgerEntry[], day: Day, policy: Policy): Explanation {
  return explanationOf(viewAsOf(entries, day, policy), day, policy);
}

/** The same of a subject as of that day. */
export function explanationOf(view: View, day: Day, policy: Policy): Explanation {
  const { E, P, odds, corroboration, exposurePercent, level, floor, gateOpen, leadingMatter } = readingOf(view.total, view, day, policy);
  const channels = channelParts(view, day, policy);
  const today = Gauge.of(view.matters, day, policy);
  return {
    day,
    E,
    P,
    odds,
    channels,
    corroboration: { odds: corroboration, part: channels.reduce((rest, { part }) => rest - part, E) },
    exposure: { percent: exposurePercent, part: P - E },
    level,
    floor,
    gateOpen,
    leadingMatter,
    steps: view.steps,
    fallsOn: fallsWhile((threshold, each) => today.willBeBelow(threshold, each), view, day, policy),
  };
}

/**
 * The channels of `explain` on the day of a state, without its history: the work grows with the entries, not with their square.
 * @param state the subject after all these entries
 */
export function partsAfter(entries: readonly LedgerEntry[], state: SubjectState, policy: Policy): readonly ChannelPart[] {
  const { matters, asOf } = state;
  const book = new LedgerBook(entries, policy);
  const signals = entries.filter((entry) => entry.kind === 'signal').filter((signal) => !book.isMoved(signal));
  return channelParts({ book, signals, matters, total: totalOn(matters, asOf, policy) }, asOf, policy);
}

type Seen = Pick<View, 'book' | 'signals' | 'matters' | 'total'>;

function channelParts(seen: Seen, day: Day, policy: Policy): readonly ChannelPart[] {
  const { E, channels, corroboration } = seen.total;
  const parts = shares(E, [...channels, corroboration]);
  const events = Map.groupBy(eventsOf(seen, day, policy), ({ channel }) => channel);
  const yOf = matterOdds(seen, day, policy);
  return CHANNELS.map((channel, place) => {
    const ofChannel = events.get(channel) ?? [];
    const part = parts[place] ?? 0;
    return { channel, odds: channels[place] ?? 0, part, matters: mattersOf(ofChannel, part, (matter) => yOf(matter, place)) };
  });
}

function matterOdds(view: Seen, day: Day, policy: Policy): (matter: string, place: number) => number {
  const readings = readMatters(view.matters, clockOf(policy, day), policy);
  const byMatter = new Map(readings.map((reading) => [reading.matter, reading.channels]));
  return (matter, place) => byMatter.get(matter)?.[place] ?? 0;
}

/** Ordered by id. */
function eventsOf({ book, signals }: Seen, day: Day, policy: Policy): readonly Unshared[] {
  const clock = clockOf(policy, day);
  const joining = book.joining();
  const left = (signal: SignalEntry, c: number): number => {
    const growth = clock[HALF_LIVES.indexOf(signal.halfLife)];
    return growth === undefined ? 0 : decayed(stored(policy, c, signal.day, signal.halfLife), growth);
  };
  return signals
    .map((signal) => {
      const { id, code, channel, group } = signal;
      const matter = joinedIn(joining, signal.matter);
      const chosen = book.countsFor(signal);
      const { grade, status } = book.judgementOf(signal);
      const c = book.valueOf(id).odds;
      const countedIn = chosen === id ? undefined : chosen;
      const decided = book.decisionsOn(signal);
      return { id, code, channel, group, matter, countedIn, day: signal.day, grade, status, decided, c, decayed: left(signal, c) };
    })
    .toSorted(byId);
}

function mattersOf(events: readonly Unshared[], part: number, yOf: (matter: string) => number): readonly MatterPart[] {
  const byMatter = new Map<string, Unshared[]>();
  for (const event of events) {
    const known = byMatter.get(event.matter);
    if (known === undefined) byMatter.set(event.matter, [event]);
    else known.push(event);
  }
  const matters = [...byMatter]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([matter, ofMatter]) => ({ matter, ofMatter, y: yOf(matter) }));
  const parts = shares(
    part,
    matters.map(({ y }) => y),
  );
  return matters.map(({ matter, ofMatter, y }, place) => {
    const ofThis = parts[place] ?? 0;
    return { matter, y, part: ofThis, events: shared(ofMatter, ofThis) };
  });
}

/** What contributes nothing has no part, even where all that is left of the others rounds to nothing. */
function shared(events: readonly Unshared[], part: number): readonly EventPart[] {
  const contributing = events.filter(({ c }) => c > 0);
  const parts = shares(
    part,
    contributing.map((event) => event.decayed),
  );
  const partOf = new Map(contributing.map(({ id }, place) => [id, parts[place] ?? 0]));
  return events.map((event) => ({ ...event, part: partOf.get(event.id) ?? 0 }));
}
