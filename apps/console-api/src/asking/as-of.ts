import { z } from 'zod';
import { askedDay } from '#contracts/cloud-events/day-text';
import { policyHash } from '#contracts/policy/policy-events';
import { type Day, dayOf } from '#domain/calendar/day';
import { Problem } from '#platform/http/problem';
import { civilDate, type Clock } from '#platform/time/clock';

/** Questions about a day, by all that is known today unless a day is named whose knowledge counts, under the policy of that day. */
export const dayQuestion = z.strictObject({
  asOf: askedDay.optional().describe('The day of the reading; without it that of `knownOn`, else today.'),
  knownOn: askedDay.optional().describe('Only what had been released by the end of this day counts; without it all that is known.'),
  policy: policyHash.optional().describe('SHA-256 of an approved policy; without it the one that was live on the day of the reading.'),
});
export type DayQuestion = z.infer<typeof dayQuestion>;

/** A reading of `day`, by what was known on another one, or by all that is known. */
export interface DaysAsked {
  readonly day: Day;
  readonly known: Day | undefined;
}

const YEARS_AHEAD_IN_DAYS = 3_650;

export const today = (clock: Clock): Day => dayOf(civilDate(clock.now()));

/**
 * A day from 2000-01-01, which is day 0, to ten years ahead; what was known, on one up to today.
 * @throws Problem 400 for other days
 */
export function daysAsked({ asOf, knownOn }: DayQuestion, clock: Clock): DaysAsked {
  const now = today(clock);
  const known = knownOn === undefined ? undefined : dayOf(knownOn);
  const day = asOf === undefined ? (known ?? now) : dayOf(asOf);
  const refused = [
    ...(known !== undefined && (known < 0 || known > now) ? [{ pointer: '/knownOn', detail: '所知日须在 2000-01-01 至今天之间。' }] : []),
    ...(day < 0 || day > now + YEARS_AHEAD_IN_DAYS ? [{ pointer: '/asOf', detail: '日期须在 2000-01-01 至今后十年之间。' }] : []),
  ];
  if (refused.length === 0) return { day, known };
  const errors = refused.map((each) => ({ ...each, code: 'day-out-of-range' }));
  throw new Problem(400, 'question-not-understood', '查询条件有误。', errors);
}
