/** The most points that a channel alone can give: its odds end at twice the knee (design: risk-model 4). Undefined for what is no number. */
export function ceilingOf(knee: unknown): string | undefined {
  if (typeof knee !== 'number' || knee < 0) return undefined;
  return ((100 * 2 * knee) / (1_000_000 + 2 * knee)).toFixed(1);
}
