import type { ReadingAnswer } from '#contracts/console/cadres';
import { dateOf } from '#domain/calendar/day';
import type { Ratio } from '#domain/risk/exposure';
import { levelName } from '#domain/risk/level';
import type { NamedPolicy } from '#persistence/odds-policies';
import type { DaysAsked } from '../asking/as-of';

type Numbers = Pick<ReadingAnswer, 'subject' | 'asOf' | 'knownOn' | 'policy' | 'e' | 'p' | 'level' | 'incomplete'>;

/** What every answer about a reading begins with: whose, of which day, known when, by which policy, how much. */
export function numbersOf(
  { subject, day, known, incomplete, named }: DaysAsked & { subject: string; incomplete: boolean; named: NamedPolicy },
  { E, P, level }: { E: number; P: number; level: number },
): Numbers {
  const knownOn = known === undefined ? null : dateOf(known);
  const policy = { name: named.policy.name, hash: named.hash };
  return { subject, asOf: dateOf(day), knownOn, policy, e: E, p: P, level: levelName(level), incomplete };
}

/** To the nearest whole percent; P is computed from the exact fraction. */
export const wholePercent = ({ numerator, denominator }: Ratio): number => Math.round(numerator / denominator);
