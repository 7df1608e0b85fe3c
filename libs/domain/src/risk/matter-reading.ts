import { decayed, type Clock } from '#domain/risk/decay';
import { OUTSIDE_GROUPS } from '#domain/risk/independence-group';
import { CHANNELS, type Policy } from '#domain/risk/policy';
import type { Cell, MatterState } from '#domain/risk/subject-state';
import { taxed } from '#domain/risk/tax-brackets';

/** One matter on one day, in micro-odds. */
export interface MatterReading {
  readonly matter: string;
  /** y summed over groups, in the order of CHANNELS. */
  readonly channels: readonly number[];
  /** y summed over all channels and groups. */
  readonly y: number;
  /** Z: what the groups beyond the greatest add; 0 while only unchecked public and media items speak. */
  readonly corroborating: number;
  /** Two groups above the floor of the gate, at least one of them neither public nor media. */
  readonly twoGroups: boolean;
  readonly grave: boolean;
}

interface GroupReading {
  readonly inside: boolean;
  y: number;
}

export function readMatter(state: MatterState, clock: Clock, policy: Policy): MatterReading {
  const { matter, cells, grave } = state;
  const [only] = cells;
  const channels = [0, 0, 0, 0, 0, 0];
  if (only === undefined || cells.length === 1) {
    const y = only === undefined ? 0 : oddsOfCell(only, clock, policy, channels);
    return { matter, channels, y, corroborating: 0, twoGroups: false, grave: grave > 0 };
  }
  const groups: GroupReading[] = [];
  let y = 0;
  let group: string | undefined;
  let last: GroupReading | undefined;
  for (const cell of cells) {
    const ofCell = oddsOfCell(cell, clock, policy, channels);
    y += ofCell;
    if (last !== undefined && group === cell.group) last.y += ofCell;
    else groups.push((last = { inside: !OUTSIDE_GROUPS.includes(cell.group), y: ofCell }));
    group = cell.group;
  }
  return { matter, channels, y, grave: grave > 0, ...together(groups, y, state.solid > 0, policy) };
}

/** y of one cell, also added to its channel. */
function oddsOfCell(cell: Cell, clock: Clock, policy: Policy, channels: number[]): number {
  const ofCell = taxed(leftOf(cell, clock), policy.channels[cell.channel].matter);
  const place = CHANNELS.indexOf(cell.channel);
  channels[place] = (channels[place] ?? 0) + ofCell;
  return ofCell;
}

/** What the independence groups of one matter say together. */
function together(
  groups: readonly GroupReading[],
  y: number,
  checked: boolean,
  policy: Policy,
): Pick<MatterReading, 'corroborating' | 'twoGroups'> {
  if (groups.length < 2) return { corroborating: 0, twoGroups: false };
  const counts = checked || groups.some((group) => group.inside && group.y > 0);
  const greatest = groups.reduce((most, group) => Math.max(most, group.y), 0);
  const aboveFloor = groups.filter((group) => group.y >= policy.gate.groupFloor);
  return {
    corroborating: counts ? y - greatest : 0,
    twoGroups: aboveFloor.length >= 2 && aboveFloor.some(({ inside }) => inside),
  };
}

/** X of one cell. */
export function leftOf({ sums }: Cell, clock: Clock): number {
  return decayed(sums[0], clock[0]) + decayed(sums[1], clock[1]) + decayed(sums[2], clock[2]);
}

/**
 * Reads all matters. Those that are the same objects as in `known` are taken over, so an event pays for its own matter
 * only.
 */
export function readMatters(
  matters: readonly MatterState[],
  clock: Clock,
  policy: Policy,
  known?: { readonly matters: readonly MatterState[]; readonly readings: readonly MatterReading[] },
): readonly MatterReading[] {
  let place = 0;
  return matters.map((state) => {
    if (known === undefined) return readMatter(state, clock, policy);
    while ((known.matters[place]?.matter ?? state.matter) < state.matter) place += 1;
    const reading = known.matters[place] === state ? known.readings[place] : undefined;
    return reading ?? readMatter(state, clock, policy);
  });
}
