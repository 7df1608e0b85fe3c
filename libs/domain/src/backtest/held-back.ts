import type { Dimension, GroupCount, Groups, Treatment } from '#domain/backtest/equal-treatment';

/** A group of fewer people is not told: its members could be guessed. */
export const SMALLEST_GROUP = 10;

/** A group as it may be told; null where it is too small, or where it would tell one that is. */
export interface ToldGroup {
  readonly name: string;
  readonly count: GroupCount | null;
}

/** The groups of a dimension, the largest first. */
export function toldGroups(treatment: Treatment, dimension: Dimension): readonly ToldGroup[] {
  const held = heldBack(treatment, dimension);
  const groups = Object.entries(treatment[dimension]).toSorted(bySize).toReversed();
  return groups.map(([name, count]) => ({ name, count: held.has(name) ? null : count }));
}

/**
 * The groups of a dimension that are held back, by name: the small ones, and those from which one of them could be had by
 * subtraction. Each dimension adds up to all who were tested, and the units of a region to the region. So of the parts of a whole
 * that is told, those held back are at least two and together as many people as a group that is told; and a region that is held back
 * holds back its units. Channels overlap, so nothing follows from their sum.
 * @see design risk-model 9: equal-treatment report with small-number suppression
 */
function heldBack(treatment: Treatment, dimension: Dimension): ReadonlySet<string> {
  switch (dimension) {
    case 'unit':
      return heldUnits(treatment);
    case 'region':
    case 'category':
    case 'rank':
      return new Set(heldOf(Object.entries(treatment[dimension])));
    case 'channel':
      return new Set(Object.entries(treatment.channel).flatMap(([name, { people }]) => (people < SMALLEST_GROUP ? [name] : [])));
  }
}

function heldUnits({ unit, region, regionOf }: Treatment): ReadonlySet<string> {
  const heldRegions = new Set(heldOf(Object.entries(region)));
  const byRegion = Map.groupBy(Object.entries(unit), ([name]) => regionOf[name] ?? '');
  return new Set([...byRegion].flatMap(([of, units]) => (heldRegions.has(of) ? units.map(([name]) => name) : heldOf(units))));
}

/** Of the parts of a whole that is told. */
function heldOf(parts: readonly [string, Groups[string]][]): readonly string[] {
  const held: string[] = [];
  let people = 0;
  for (const [name, count] of parts.toSorted(bySize)) {
    const tellsOthers = held.length > 0 && (held.length < 2 || people < SMALLEST_GROUP);
    if (count.people >= SMALLEST_GROUP && !tellsOthers) break;
    held.push(name);
    people += count.people;
  }
  return held;
}

/** The smallest first. */
function bySize([a, left]: readonly [string, Groups[string]], [b, right]: readonly [string, Groups[string]]): number {
  return left.people - right.people || (a < b ? -1 : 1);
}
