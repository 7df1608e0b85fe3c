/**
 * How many candidates the clues of one day may make in the whole installation before a person looks, until somebody sets another number.
 * The shipped policy proposes about twenty a year of the demo county (design: risk-model 1): half a year's worth in a day says that a
 * rule is wrong, or that much came in at once.
 */
export const SHIPPED_MOST_A_DAY = 10;

/**
 * The bad-rule brake: whether one more candidate is held. One that is held is whole: its reasons are frozen, later events attach, its last
 * day runs; only nobody is asked to treat it before a person lets it go.
 * @param most candidates a day, 0 or more; with 0 each waits for a person
 * @param proposed how many the clues of that day have made so far; those let go count
 */
export function isHeld(most: number, proposed: number): boolean {
  return proposed >= most;
}
