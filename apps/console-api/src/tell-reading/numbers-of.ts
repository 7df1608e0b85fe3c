import type { ReadingAnswer } from '#contracts/console/cadres';
import { dateOf } from '#domain/calendar/day';
import type { Ratio } from '#domain/risk/exposure';
import { levelName } from '#domain/risk/level';
import type { DaysAsked } from '../asking/as-of';
import { POLICY_NAMED } from '../policy-in-force/policy-in-force';

type Numbers = Pick<ReadingAnswer, 'subject' | 'asOf' | 'knownOn' | 'policy' | 'e' | 'p' | 'level' | 'incomplete'>;

/** What every answer about a reading begins with: whose, of which day, known when, by which policy, how much. */
export function numbersOf(
  { subject, day, known, incomplete }: DaysAsked & { subject: string; incomplete: boolean },
  { E, P, level }: { E: number; P: number; level: number },
): Numbers {
  const knownOn = known === undefined ? null : dateOf(known);
  return { subject, asOf: dateOf(day), knownOn, policy: { ...POLICY_NAMED }, e: E, p: P, level: levelName(level), incomplete };
}

/** To the nearest whole percent; P is computed from the exact fraction. */
export const wholePercent = ({ numerator, denominator }: Ratio): number => Math.round(numerator / denominator);
