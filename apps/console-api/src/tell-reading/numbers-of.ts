import type { ReadingAnswer } from '#contracts/console/cadres';
import { dateOf } from '#domain/calendar/day';
import type { Ratio } from '#domain/risk/exposure';
import { shownLevel } from '#domain/risk/floors';
import { levelName } from '#domain/risk/level';
import type { Reading } from '#domain/risk/reading';
import type { Floor } from '#domain/risk/subject-state';
import type { NamedPolicy } from '#persistence/odds-policies';
import type { DaysAsked } from '../asking/as-of';

type Numbers = Pick<ReadingAnswer, 'subject' | 'asOf' | 'knownOn' | 'policy' | 'e' | 'p' | 'level' | 'shownLevel' | 'floor' | 'incomplete'>;

/** What every answer about a reading begins with: whose, of which day, known when, by which policy, how much. */
export function numbersOf(
  { subject, day, known, incomplete, named }: DaysAsked & { subject: string; incomplete: boolean; named: NamedPolicy },
  { E, P, level, floor }: Pick<Reading, 'E' | 'P' | 'level' | 'floor'>,
): Numbers {
  const knownOn = known === undefined ? null : dateOf(known);
  const policy = { name: named.policy.name, hash: named.hash };
  return { subject, asOf: dateOf(day), knownOn, policy, e: E, p: P, ...levelsOf(level, floor), incomplete };
}

function levelsOf(level: number, floor: Floor | undefined): Pick<Numbers, 'level' | 'shownLevel' | 'floor'> {
  return { level: levelName(level), shownLevel: levelName(shownLevel(level, floor)), floor: floor ? toldFloor(floor) : null };
}

function toldFloor({ id, code, level, from, until }: Floor): NonNullable<Numbers['floor']> {
  return { eventId: id, code, level: levelName(level), from: dateOf(from), until: dateOf(until) };
}

/** To the nearest whole percent; P is computed from the exact fraction. */
export const wholePercent = ({ numerator, denominator }: Ratio): number => Math.round(numerator / denominator);
