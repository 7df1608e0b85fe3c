import type { Value } from '#domain/risk/signal-value';
import { stored } from '#domain/risk/decay';
import { independenceGroup } from '#domain/risk/independence-group';
import { compareText } from '#domain/risk/integers';
import { type Joining, joinedIn } from '#domain/risk/joining';
import type { SignalEntry } from '#domain/risk/ledger-entry';
import { CHANNELS, type Channel, type HalfLife, type Policy } from '#domain/risk/policy';
import type { Cell, MatterState } from '#domain/risk/subject-state';

/** The difference that an entry makes to one signal. What lowers a contribution re-folds the ledger. */
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
  const changed = new Map<string, MatterState>();
  for (const each of differences) {
    if (!isSomething(each)) continue;
    const matter = joinedIn(joining, each.signal.matter);
    const was = changed.get(matter) ?? matters[placeIn(matters, matter)];
    changed.set(matter, withDifference(was?.matter === matter ? was : nothingOf(matter), each, policy));
  }
  return changed.size === 0 ? matters : inPlace(matters, changed);
}

export function isSomething({ odds, solid, grave }: Difference): boolean {
  return odds !== 0 || solid !== 0 || grave !== 0;
}

/** A matter after a difference; it may have come to nothing. */
export function withDifference(was: MatterState, added: Difference, policy: Policy): MatterState {
  const { matter, solid, grave, cells } = was;
  return { matter, solid: solid + added.solid, grave: grave + added.grave, cells: addToCells(cells, added, policy) };
}

/** A matter of which nothing was heard. */
export function nothingOf(matter: string): MatterState {
  return { matter, solid: 0, grave: 0, cells: [] };
}

export function isLeft({ solid, cells }: MatterState): boolean {
  return solid > 0 || cells.length > 0;
}

/** Each of the changed where it belongs by name; what came to nothing nowhere. */
function inPlace(matters: readonly MatterState[], changed: ReadonlyMap<string, MatterState>): readonly MatterState[] {
  const [only] = changed.values();
  if (only !== undefined && changed.size === 1) {
    const at = placeIn(matters, only.matter);
    return matters.toSpliced(at, matters[at]?.matter === only.matter ? 1 : 0, ...(isLeft(only) ? [only] : []));
  }
  const kept = matters.filter(({ matter }) => !changed.has(matter));
  return [...kept, ...[...changed.values()].filter(isLeft)].toSorted((a, b) => compareText(a.matter, b.matter));
}

function placeIn(matters: readonly MatterState[], matter: string): number {
  return placeOf(matters, (each) => compareText(each.matter, matter));
}

const NO_SUMS: Cell['sums'] = [0n, 0n, 0n];

function addToCells(cells: readonly Cell[], { signal, odds }: Difference, policy: Policy): readonly Cell[] {
  if (odds === 0) return cells;
  const { channel } = signal;
  const group = independenceGroup(channel, signal.group, signal.group);
  const at = placeOf(cells, (each) => compareText(each.group, group) || rankOf(each.channel) - rankOf(channel));
  const found = cells[at];
  const isKnown = found?.group === group && found.channel === channel;
  const sums = withGrowth(isKnown ? found.sums : NO_SUMS, signal.halfLife, stored(policy, odds, signal.day, signal.halfLife));
  const isSum = sums[0] > 0n || sums[1] > 0n || sums[2] > 0n;
  return cells.toSpliced(at, isKnown ? 1 : 0, ...(isSum ? [{ group, channel, sums }] : []));
}

function withGrowth([short, middle, long]: Cell['sums'], halfLife: HalfLife, growth: bigint): Cell['sums'] {
  switch (halfLife) {
    case 90:
      return [short + growth, middle, long];
    case 180:
      return [short, middle + growth, long];
    case 365:
      return [short, middle, long + growth];
  }
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
