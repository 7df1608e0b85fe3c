/** How many cadres hold a post in a unit today, in three classes (decision 0035). */
export const UNIT_SIZES = ['small', 'medium', 'large'] as const;
export type UnitSize = (typeof UNIT_SIZES)[number];

/** The first number of cadres that is no longer of the class. */
const BELOW: Readonly<Record<UnitSize, number>> = { small: 10, medium: 20, large: Infinity };

/** @param cadres who hold a post in the unit */
export function unitSizeOf(cadres: number): UnitSize {
  return UNIT_SIZES.find((size) => cadres < BELOW[size]) ?? 'large';
}

/** From how many cadres to how many a unit is of this class, both included; null without an end. */
export function boundsOf(size: UnitSize): readonly [least: number, most: number | null] {
  const most = BELOW[size] - 1;
  return [UNIT_SIZES.indexOf(size) === 0 ? 1 : BELOW[size === 'large' ? 'medium' : 'small'], Number.isFinite(most) ? most : null];
}
