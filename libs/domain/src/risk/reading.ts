import type { Day } from '#domain/calendar/day';
import { clockOf } from '#domain/risk/decay';
import { exposedOdds, exposureOn, type Ratio } from '#domain/risk/exposure';
import { floorOn } from '#domain/risk/floors';
import { isGateOpen, stepDown } from '#domain/risk/level';
import { readMatters } from '#domain/risk/matter-reading';
import type { Channel, Policy } from '#domain/risk/policy';
import type { Floor, MatterState, SubjectState } from '#domain/risk/subject-state';
import { scoreOfOdds, totalOf, type Total } from '#domain/risk/total';

/** A subject on one day. E and P in milli-points, odds in micro-odds; all safe integers. */
export interface Reading {
  readonly E: number;
  readonly P: number;
  readonly odds: number;
  readonly channels: Readonly<Record<Channel, number>>;
  readonly corroboration: number;
  readonly exposurePercent: Ratio;
  /** Place in LEVEL_NAMES, by E alone: the stored level stepped down to this day. */
  readonly level: number;
  /** The floor in force: what is shown is the higher of the two levels. */
  readonly floor: Floor | undefined;
  readonly gateOpen: boolean;
  readonly leadingMatter: string | undefined;
}

/**
 * @param day not before the state's last entry: earlier days need the ledger, see `readingAsOf`
 * @throws RangeError 'before-last-entry'
 */
export function readOn(state: SubjectState, day: Day, policy: Policy): Reading {
  if (day < state.asOf) throw new RangeError('before-last-entry');
  const total = totalOn(state.matters, day, policy);
  return readingOf(total, { ...state, level: stepDown(state, total.E, day, policy) }, day, policy);
}

/** @param shown the posts and floors of the subject and the level of that day */
export function readingOf(
  total: Total,
  shown: Pick<SubjectState, 'held' | 'left' | 'floors' | 'level'>,
  day: Day,
  policy: Policy,
): Reading {
  const { E, odds, corroboration, leading, grounded } = total;
  const exposurePercent = exposureOn(shown.held, shown.left, day, policy);
  return {
    E,
    P: scoreOfOdds(exposedOdds(odds, exposurePercent)),
    odds,
    channels: byChannel(total.channels),
    corroboration,
    exposurePercent,
    level: shown.level,
    floor: floorOn(shown.floors, day),
    gateOpen: isGateOpen(shown.level, grounded),
    leadingMatter: leading?.matter,
  };
}

function byChannel(odds: readonly number[]): Record<Channel, number> {
  const [self = 0, team = 0, superior = 0, organization = 0, ofPublic = 0, media = 0] = odds;
  return { self, team, superior, organization, public: ofPublic, media };
}

export function totalOn(matters: readonly MatterState[], day: Day, policy: Policy): Total {
  return totalOf(readMatters(matters, clockOf(policy, day), policy), policy);
}
