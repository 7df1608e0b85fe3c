import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { LEVELS } from '#contracts/risk/risk-events';

const pair = z.strictObject({ before: z.int(), after: z.int() });
/** From a level (row) to a level (column). */
const moves = z.array(z.array(z.int()).length(LEVELS.length)).length(LEVELS.length);
/** Decided candidates; `Still`: those that the policy tested would have proposed as well, by the same event. */
const outcomeCount = z.strictObject({ taken: z.int(), dismissed: z.int(), takenStill: z.int(), dismissedStill: z.int() });
const outcomesBy = z.record(z.string(), outcomeCount);
/** A count is null where it is held back: a group of fewer than ten, or one that would tell such a group. */
const group = z.strictObject({
  name: z.string(),
  label: z.string(),
  count: z.strictObject({ people: z.int(), before: z.int(), after: z.int() }).nullable(),
});

/** What a policy would change against the live one, by counts alone; nobody is named. */
export const backtestResult = z.strictObject({
  subjects: z.int(),
  moves: z.strictObject({ cadres: moves, units: moves }),
  /** Openings of the gate of cadres in each of the last 52 weeks, the oldest first. */
  weeks: z.array(pair),
  outcomes: z.strictObject({ all: outcomeCount, rule: outcomesBy, channel: outcomesBy, grade: outcomesBy }),
  treatment: z.strictObject({
    unit: z.array(group),
    region: z.array(group),
    category: z.array(group),
    rank: z.array(group),
    channel: z.array(group),
  }),
});
export type BacktestResult = z.infer<typeof backtestResult>;

/** What the office can do, as who begins the backtest says it. */
const officeHours = z.strictObject({
  /** Whole hours that one candidate takes until somebody has decided about it. */
  perCandidate: z.int().min(1).max(1_000),
  /** Whole hours that the office has for it in a week. */
  perWeek: z.int().min(1).max(10_000),
});

/** POST /api/v1/policies/:id/backtest */
export const newBacktest = z.strictObject({ hours: officeHours });
export type NewBacktest = z.infer<typeof newBacktest>;

/** GET /api/v1/policies/:id/backtest: the last one of the policy's present document, or none. */
export const backtestAnswer = z.strictObject({
  backtest: z
    .strictObject({
      id: z.guid(),
      /** Of the document tested. */
      hash: z.string(),
      /** Of the policy that was live. */
      beforeHash: z.string(),
      by: z.string(),
      day: dayText,
      state: z.enum(['running', 'done', 'failed']),
      /** Subjects. */
      done: z.int(),
      total: z.int(),
      /** Null for one that was begun before anybody was asked. */
      hours: officeHours.nullable(),
      /** Hours of work that the openings of the gate bring, and weeks with more than the office has; null without hours or result. */
      capacity: z.strictObject({ mostHours: pair, hours: pair, weeksBeyond: pair }).nullable(),
      result: backtestResult.nullable(),
    })
    .nullable(),
});
export type BacktestAnswer = z.infer<typeof backtestAnswer>;
