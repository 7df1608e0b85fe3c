import { quotient } from '#domain/risk/integers';

/**
 * Diminishing returns: all of the first K, half of the next K, a quarter of the next 2K, nothing beyond, so at most 2K.
 * Micro-odds in and out; halves and quarters are rounded down.
 * @see design risk-model 4
 */
export function taxed(odds: number, knee: number): number {
  if (odds <= knee) return odds;
  const half = Math.min(odds - knee, knee);
  const quarter = Math.min(Math.max(odds - 2 * knee, 0), 2 * knee);
  return knee + quotient(half, 2) + quotient(quarter, 4);
}
