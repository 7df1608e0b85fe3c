import { quotient } from '#domain/risk/integers';
import type { MatterReading } from '#domain/risk/matter-reading';
import { CHANNELS, type Policy } from '#domain/risk/policy';
import { taxed } from '#domain/risk/tax-brackets';

const ONE = 1_000_000;
/** The most that all voices together add by agreeing, in micro-odds. */
export const MOST_CORROBORATION = ONE / 2;
const FULL_SCORE = 100_000;
const PUBLIC = CHANNELS.indexOf('public');
const MEDIA = CHANNELS.indexOf('media');

/** The matters of a subject together on one day. */
export interface Total {
  /** Evidence score in milli-points. */
  readonly E: number;
  /** Micro-odds. */
  readonly odds: number;
  /** Micro-odds in the order of CHANNELS. */
  readonly channels: readonly number[];
  readonly corroboration: number;
  /** The matter with the greatest y, ties by smaller id; undefined when nothing is left of any. */
  readonly leading: MatterReading | undefined;
  /** What the gate asks besides the level: a grave solid signal of the leading matter, or two independent groups in one. */
  readonly grounded: boolean;
}

/** ⌊10⁵ · o / (10⁶ + o)⌋ for odds below 10¹⁰. */
export function scoreOfOdds(odds: number): number {
  return quotient(FULL_SCORE * odds, ONE + odds);
}

/**
 * The least odds whose score reaches a threshold: `scoreOfOdds(odds) >= threshold` exactly when the odds are not below it.
 * @param threshold in milli-points, from 0; what no odds reach is Infinity
 */
export function oddsReaching(threshold: number): number {
  return threshold >= FULL_SCORE ? Infinity : quotient(ONE * threshold + FULL_SCORE - threshold - 1, FULL_SCORE - threshold);
}

/**
 * @param readings ordered by matter
 * @see design risk-model 4 channel knees and the cap on public and media, 5 corroboration, 6 score
 */
export function totalOf(readings: readonly MatterReading[], policy: Policy): Total {
  const sums = [0, 0, 0, 0, 0, 0];
  let corroborating = 0;
  let leading: MatterReading | undefined;
  let twoGroups = false;
  for (const reading of readings) {
    addSums(sums, reading.channels);
    corroborating += reading.corroborating;
    if (reading.y > (leading?.y ?? 0)) leading = reading;
    twoGroups ||= reading.twoGroups;
  }
  const channels = channelOdds(sums, policy);
  const corroboration = corroborationOf(corroborating);
  const odds = channels.reduce((sum, each) => sum + each, corroboration);
  return { E: scoreOfOdds(odds), odds, channels, corroboration, leading, grounded: twoGroups || leading?.grave === true };
}

/** The y of all matters in the order of CHANNELS, and their Z together, in micro-odds. */
export interface Sums {
  readonly sums: readonly number[];
  readonly corroborating: number;
}

/** The odds of a subject. Never lower for greater sums: each sum only passes brackets and caps. */
export function oddsOf({ sums, corroborating }: Sums, policy: Policy): number {
  let odds = corroborationOf(corroborating);
  for (const each of channelOdds(sums, policy)) odds += each;
  return odds;
}

function corroborationOf(corroborating: number): number {
  return Math.min(quotient(corroborating, 2), MOST_CORROBORATION);
}

/** Taxed by channel; public and media together up to their cap, where media gives way first. */
function channelOdds(sums: readonly number[], policy: Policy): readonly number[] {
  const knees = kneesOf(policy);
  const channels = [0, 0, 0, 0, 0, 0];
  for (let place = 0; place < channels.length; place += 1) channels[place] = taxed(sums[place] ?? 0, knees[place] ?? 0);
  const ofPublic = channels[PUBLIC] ?? 0;
  const cap = policy.publicMediaCap;
  if (ofPublic + (channels[MEDIA] ?? 0) > cap) {
    channels[PUBLIC] = Math.min(ofPublic, cap);
    channels[MEDIA] = cap - Math.min(ofPublic, cap);
  }
  return channels;
}

/** In place: this is the innermost step of every reading. */
export function addSums(sums: number[], added: readonly number[]): void {
  for (let place = 0; place < sums.length; place += 1) sums[place] = (sums[place] ?? 0) + (added[place] ?? 0);
}

/** Knees of the channels in their order, made once for each policy object. */
const kneesByPolicy = new WeakMap<Policy, readonly number[]>();

function kneesOf(policy: Policy): readonly number[] {
  const known = kneesByPolicy.get(policy) ?? CHANNELS.map((channel) => policy.channels[channel].channel);
  kneesByPolicy.set(policy, known);
  return known;
}
