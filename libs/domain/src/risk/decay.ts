import type { Day } from '#domain/calendar/day';
import { quotient } from '#domain/risk/integers';
import { HALF_LIVES, type HalfLife, type Policy } from '#domain/risk/policy';

/** 2^((day − landmark) / h) as `mantissa` · 2^(`shift` − 40). */
export interface Growth {
  readonly mantissa: bigint;
  readonly shift: bigint;
}

/** The growth factor of one day for each half-life, in the order of HALF_LIVES. */
export type Clock = readonly [Growth, Growth, Growth];

type Tables = Readonly<Record<HalfLife, readonly bigint[]>>;

/** Tables as bigint, made once for each policy object; the policy itself stays plain JSON. */
const tablesOf = new WeakMap<Policy, Tables>();

function tables(policy: Policy): Tables {
  const known = tablesOf.get(policy);
  if (known !== undefined) return known;
  const [short, middle, long] = HALF_LIVES.map((halfLife) => policy.halfLifeTables[halfLife].map(BigInt));
  const made: Tables = { 90: short ?? [], 180: middle ?? [], 365: long ?? [] };
  tablesOf.set(policy, made);
  return made;
}

/** @throws RangeError 'before-landmark' for days before 2000-01-01: they are refused at the door */
function growth(table: readonly bigint[], day: Day, halfLife: HalfLife): Growth {
  const mantissa = table[day % halfLife];
  if (mantissa === undefined) throw new RangeError('before-landmark');
  return { mantissa, shift: BigInt(quotient(day, halfLife)) };
}

/** The clock asked for last, for each policy object: readings of one day follow one another. */
const lastClock = new WeakMap<Policy, { readonly day: Day; readonly clock: Clock }>();

export function clockOf(policy: Policy, day: Day): Clock {
  const last = lastClock.get(policy);
  if (last?.day === day) return last.clock;
  const { 90: short, 180: middle, 365: long } = tables(policy);
  const clock: Clock = [growth(short, day, 90), growth(middle, day, 180), growth(long, day, 365)];
  lastClock.set(policy, { day, clock });
  return clock;
}

/** c micro-odds of `day` carried back to the landmark: c · 2^((day − L)/h) with 40 fraction bits. Linear in c. */
export function stored(policy: Policy, odds: number, day: Day, halfLife: HalfLife): bigint {
  const { mantissa, shift } = growth(tables(policy)[halfLife], day, halfLife);
  return (BigInt(odds) * mantissa) << shift;
}

/** What is left of a stored sum on the clock's day, in micro-odds, rounded down. */
export function decayed(sum: bigint, growthOnDay: Growth): number {
  // ⌊⌊G / 2^q⌋ / t⌋ = ⌊G / (t · 2^q)⌋, with a much smaller division.
  return sum === 0n ? 0 : Number((sum >> growthOnDay.shift) / growthOnDay.mantissa);
}

/** Rounding of three half-lives, and of the table. */
const SLACK = 4;

/**
 * For how many days, fewer than the half-life, odds stay above a foot: at least so many, often a day or two more.
 * @param halfLife the shortest in which any of the odds decay
 */
export function daysAbove(odds: number, foot: number, halfLife: HalfLife, policy: Policy): number {
  const table = tables(policy)[halfLife];
  const staysAbove = (days: number): boolean => BigInt(odds) << 40n > BigInt(foot + SLACK) * (table[days] ?? 0n);
  if (!staysAbove(1)) return 0;
  let above = 1;
  let below: number = halfLife;
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if (staysAbove(middle)) above = middle;
    else below = middle;
  }
  return above;
}
