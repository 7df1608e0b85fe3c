import type { Value } from '#domain/risk/signal-value';
import { stored } from '#domain/risk/decay';
import { independenceGroup } from '#domain/risk/independence-group';
import { compareText } from '#domain/risk/integers';
import { type Joining, joinedIn } from '#domain/risk/joining';
import type { SignalEntry } from '#domain/risk/ledger-entry';
import { CHANNELS, type Channel, type HalfLife, type Policy } from '#domain/risk/policy';
import type { Cell, MatterState } from '#domain/risk/subject-state';

/** The difference that an entry makes to one signal. What lowers a part re-folds the ledger. */
export interface Difference {
  readonly signal: SignalEntry;
  readonly odds: number;
  readonly solid: number;
  readonly grave: number;
}

export function difference(signal: SignalEntry, was: Value, is: Value): Difference {
  return { signal, odds: is.odds - was.odds, solid: is.solid - was.solid, grave: is.grave - was.grave };
}

/** The sums of a subject's matters, and which of them are read as one. */
export interface JoinedMatters {
  readonly joining: Joining;
  readonly matters: readonly MatterState[];
}

/**
 * Adds differences to the sums. Integers commute: any order gives the same sums, and what comes to nothing leaves nothing.
 * @param differences none of them takes away what is not there
 */
export function addDifferences(
  { joining, matters }: JoinedMatters,
  differences: readonly Difference[],
  policy: Policy,
): readonly MatterState[] {
  let result = matters;
  for (const each of differences) {
    if (each.odds === 0 && each.solid === 0 && each.grave === 0) continue;
    result = addDifference(result, joinedIn(joining, each.signal.matter), each, policy);
  }
  return result;
}

function addDifference(matters: readonly MatterState[], matter: string, added: Difference, policy: Policy): readonly MatterState[] {
  const at = placeOf(matters, (each) => compareText(each.matter, matter));
  const found = matters[at];
  const isKnown = found?.matter === matter;
  const was = isKnown ? found : { solid: 0, grave: 0, cells: [] };
  const is: MatterState = {
    matter,
    solid: was.solid + added.solid,
    grave: was.grave + added.grave,
    cells: addToCells(was.cells, added, policy),
  };
  return matters.toSpliced(at, isKnown ? 1 : 0, ...(is.solid > 0 || is.cells.length > 0 ? [is] : []));
}

function addToCells(cells: readonly Cell[], { signal, odds }: Difference, policy: Policy): readonly Cell[] {
  if (odds === 0) return cells;
  const { channel } = signal;
  const group = independenceGroup(channel, signal.group, signal.group);
  const at = placeOf(cells, (each) => compareText(each.group, group) || rankOf(each.channel) - rankOf(channel));
  const found = cells[at];
  const isKnown = found?.group === group && found.channel === channel;
  const [short, middle, long] = isKnown ? found.sums : [0n, 0n, 0n];
  const growth = stored(policy, odds, signal.day, signal.halfLife);
  const share = (halfLife: HalfLife): bigint => (signal.halfLife === halfLife ? growth : 0n);
  const sums = [short + share(90), middle + share(180), long + share(365)] as const;
  const isLeft = sums.some((sum) => sum > 0n);
  return cells.toSpliced(at, isKnown ? 1 : 0, ...(isLeft ? [{ group, channel, sums }] : []));
}

function rankOf(channel: Channel): number {
  return CHANNELS.indexOf(channel);
}

/** The first place whose element is not before the sought one. */
function placeOf<T>(sorted: readonly T[], compare: (each: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle];
    if (each !== undefined && compare(each) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
