/**
 * Quotient of a safe integer and a positive one, rounded down. Exact: the true quotient lies at least 1 / divisor below the next
 * integer, and for a dividend below 2⁵³ the rounding of one division is less than that.
 */
export function quotient(dividend: number, divisor: number): number {
  return Math.floor(dividend / divisor);
}

/** Order by UTF-16 code units: the same on every machine, in every locale. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Order by id, the same everywhere. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);
