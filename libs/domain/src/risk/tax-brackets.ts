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

/** Where odds end: before the knee, among the halves, among the quarters, or beyond all. */
export const BRACKETS = [0, 1, 2, 3] as const;
export type Bracket = (typeof BRACKETS)[number];

export function bracketOf(odds: number, knee: number): Bracket {
  if (odds <= knee) return 0;
  if (odds <= 2 * knee) return 1;
  return odds <= 4 * knee ? 2 : 3;
}

/** The odds at which a bracket ends below; nothing falls out of the first. */
export function footOf(bracket: Bracket, knee: number): number {
  return bracket === 3 ? 4 * knee : bracket * knee;
}

/** Odds known as from `least` to `most`. */
export interface Between {
  readonly least: number;
  readonly most: number;
}

/** Several odds of which the sum is known. */
export interface Several extends Between {
  readonly count: number;
}

/** What they are together when taxed one by one, where all end in one bracket: within one micro-odd each. */
export function taxedTogether({ count, least, most }: Several, bracket: Bracket, knee: number): Between {
  const whole = count * taxed(footOf(bracket, knee), knee);
  const beyond = count * footOf(bracket, knee);
  switch (bracket) {
    case 0:
      return { least, most };
    case 1:
      return { least: whole + quotient(Math.max(least - beyond - count + 1, 0), 2), most: whole + quotient(Math.max(most - beyond, 0), 2) };
    case 2:
      return {
        least: whole + quotient(Math.max(least - beyond - 3 * count + 3, 0), 4),
        most: whole + quotient(Math.max(most - beyond, 0), 4),
      };
    case 3:
      return { least: whole, most: whole };
  }
}
