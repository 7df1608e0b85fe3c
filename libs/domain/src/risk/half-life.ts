const FRACTION_BITS = 40n;

/**
 * The growth table of one half-life: entry k is 2^40 · 2^(k/h) to the nearest integer, for 0 ≤ k < h.
 * Exact: t is nearest when (2t − 1)^h < 2^(41h + k) < (2t + 1)^h, which whole numbers decide without rounding.
 * It takes tens of milliseconds, so policies carry the tables and only check them against this.
 *
 * @param halfLife h in days, at least 1
 * @returns h decimal integers
 */
export function buildHalfLifeTable(halfLife: number): string[] {
  const degree = BigInt(halfLife);
  const table: bigint[] = [1n << FRACTION_BITS];
  const step = halfLife > 1 ? nearestRoot(degree, 1n, firstGuess(degree)) : 0n;
  for (let k = 1n; k < degree; k += 1n) {
    const last = table[table.length - 1] ?? 0n;
    table.push(nearestRoot(degree, k, (last * step) >> FRACTION_BITS));
  }
  return table.map(String);
}

/** Walks from a guess, a few units off, to the t with (2t − 1)^h < 2^(41h + k) < (2t + 1)^h. */
function nearestRoot(degree: bigint, k: bigint, guess: bigint): bigint {
  const power = 1n << ((FRACTION_BITS + 1n) * degree + k);
  let root = guess;
  while ((2n * root + 1n) ** degree < power) root += 1n;
  while ((2n * root - 1n) ** degree > power) root -= 1n;
  return root;
}

/** 2^40 · 2^(1/h), rounded down, by bisection between 2^40 and 2^41. */
function firstGuess(degree: bigint): bigint {
  const power = 1n << (FRACTION_BITS * degree + 1n);
  let low = 1n << FRACTION_BITS;
  let high = low << 1n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= power) low = middle;
    else high = middle;
  }
  return low;
}
