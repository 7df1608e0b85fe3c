import { textsOf } from '../texts/texts';

const MILLI = 1_000;

/**
 * Milli-points as points. One decimal is cut, never rounded, so that 54.96 does not look like the 55 that it has not
 * reached; three decimals are exact.
 */
export function points(milli: number, decimals: 1 | 3 = 1): string {
  const size = Math.abs(milli);
  const whole = Math.floor(size / MILLI);
  const rest = String(size % MILLI)
    .padStart(3, '0')
    .slice(0, decimals);
  return `${milli < 0 ? '−' : ''}${whole}.${rest}`;
}

/** Exactly, as a published scheme writes them: without idle zeros. */
export const exactPoints = (milli: number): string => points(milli, 3).replace(/\.?0+$/, '');

/** The same with a sign, for what is added. */
export function addedPoints(milli: number): string {
  return milli < 0 ? points(milli, 3) : `+${points(milli, 3)}`;
}

const WHOLE = new Intl.NumberFormat(textsOf('words').formats);

/** A whole number with separators: 1,234,567. */
export const wholeNumber = (value: number): string => WHOLE.format(value);
