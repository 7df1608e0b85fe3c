import type { Day } from '#domain/calendar/day';
import { POST_FACTORS, type Policy, type PostFactor } from '#domain/risk/policy';
import type { PostHeld, PostLeft } from '#domain/risk/subject-state';

/** An exact fraction in lowest terms. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Exposure of the posts held on a day, in percent: the product of their factors, each at most once, up to the cap; 100
 * when no post is known. Exact: money and personnel together are 156.25 %.
 * @see design risk-model 6
 */
export function exposureOn(held: readonly PostHeld[], left: readonly PostLeft[], day: Day, policy: Policy): Ratio {
  const names = new Set<string>();
  for (const post of held) {
    if (isHeldOn(post, left, day)) for (const factor of post.factors) names.add(factor);
  }
  return exposureOf(
    POST_FACTORS.filter((factor) => names.has(factor)),
    policy,
  );
}

export function exposureOf(factors: readonly PostFactor[], policy: Policy): Ratio {
  let numerator = 100n;
  let denominator = 1n;
  for (const factor of factors) {
    numerator *= BigInt(policy.exposure.factors[factor]);
    denominator *= 100n;
  }
  const cap = BigInt(policy.exposure.cap);
  if (numerator > cap * denominator) return { numerator: policy.exposure.cap, denominator: 1 };
  const common = commonDivisor(numerator, denominator);
  return { numerator: Number(numerator / common), denominator: Number(denominator / common) };
}

/** ⌊x · o⌋ in micro-odds. */
export function exposedOdds(odds: number, percent: Ratio): number {
  return Number((BigInt(odds) * BigInt(percent.numerator)) / (BigInt(percent.denominator) * 100n));
}

/**
 * From its first day until the day it was left, which no longer counts. A post that was left and is taken again on the
 * same day is held.
 */
function isHeldOn(held: PostHeld, left: readonly PostLeft[], day: Day): boolean {
  return held.from <= day && !left.some(({ post, on }) => post === held.post && held.from < on && on <= day);
}

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonDivisor(right, left % right);
}
