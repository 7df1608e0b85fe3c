import { quotient } from '#domain/risk/integers';
import type { MatterReading } from '#domain/risk/matter-reading';
import { CHANNELS, type Policy } from '#domain/risk/policy';
import { taxed } from '#domain/risk/tax-brackets';

const ONE = 1_000_000;
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
 * @param readings ordered by matter
 * @see design risk-model 4 channel knees and the cap on public and media, 5 corroboration, 6 score
 */
export function totalOf(readings: readonly MatterReading[], policy: Policy): Total {
  const sums = [0, 0, 0, 0, 0, 0];
  let corroborating = 0;
  let leading: MatterReading | undefined;
  let twoGroups = false;
  for (const reading of readings) {
    addTo(sums, reading.channels);
    corroborating += reading.corroborating;
    if (reading.y > (leading?.y ?? 0)) leading = reading;
    twoGroups ||= reading.twoGroups;
  }
  const channels = cappedTogether(
    sums.map((sum, place) => taxed(sum, kneeOf(place, policy))),
    policy.publicMediaCap,
  );
  const corroboration = quotient(Math.min(corroborating, ONE), 2);
  const odds = channels.reduce((sum, each) => sum + each, corroboration);
  return { E: scoreOfOdds(odds), odds, channels, corroboration, leading, grounded: twoGroups || leading?.grave === true };
}

/** In place: this is the innermost step of every reading. */
function addTo(sums: number[], added: readonly number[]): void {
  for (let place = 0; place < sums.length; place += 1) sums[place] = (sums[place] ?? 0) + (added[place] ?? 0);
}

function kneeOf(place: number, policy: Policy): number {
  const channel = CHANNELS[place];
  return channel === undefined ? 0 : policy.channels[channel].channel;
}

/** Media gives way first. */
function cappedTogether(channels: readonly number[], cap: number): readonly number[] {
  const ofPublic = channels[PUBLIC] ?? 0;
  const ofMedia = channels[MEDIA] ?? 0;
  if (ofPublic + ofMedia <= cap) return channels;
  const keptPublic = Math.min(ofPublic, cap);
  return channels.with(PUBLIC, keptPublic).with(MEDIA, cap - keptPublic);
}
