import { quotient } from '#domain/risk/integers';

/**
 * Divides a whole in proportion to weights, by largest remainder, so that the shares add up exactly; of equal remainders
 * the earlier comes first. Where all weights are 0 the first takes all.
 *
 * @param weights non-negative; whole times their greatest must be a safe integer
 */
export function shares(whole: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1) return [whole];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map((_, place) => (place === 0 ? whole : 0));
  const floors = weights.map((weight) => quotient(whole * weight, sum));
  const missing = floors.reduce((rest, share) => rest - share, whole);
  const byRemainder = weights
    .map((weight, place) => ({ place, remainder: (whole * weight) % sum }))
    .toSorted((a, b) => b.remainder - a.remainder || a.place - b.place);
  const rounded = new Set(byRemainder.slice(0, missing).map(({ place }) => place));
  return floors.map((share, place) => (rounded.has(place) ? share + 1 : share));
}
