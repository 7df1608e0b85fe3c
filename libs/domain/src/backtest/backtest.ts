import { type Day } from '#domain/calendar/day';
import { addOutcome, type Decided, NO_OUTCOMES, type Outcomes } from '#domain/backtest/outcomes';
import { addTreatment, type Bearings, NO_TREATMENT, type Treatment } from '#domain/backtest/equal-treatment';
import { walk, type Walk } from '#domain/backtest/walk';
import { isCadre } from '#domain/identity/subject';
import { shownLevel } from '#domain/risk/floors';
import type { LedgerFact } from '#domain/risk/known-history';
import { LEVEL_NAMES, type Policy } from '#domain/risk/policy';

/** Weeks before the day of the backtest that are counted one by one. */
export const WEEKS = 52;
const DAYS_OF_WEEK = 7;

/** How many subjects went from a level (row) to a level (column), both as places in LEVEL_NAMES. */
export type LevelMoves = readonly (readonly number[])[];

/** One subject of a backtest. */
export interface Tested {
  readonly subject: string;
  /** In log order. */
  readonly facts: readonly LedgerFact[];
  /** Where the subject stands; undefined for a unit. */
  readonly bearings: Bearings | undefined;
  /** What people decided about the candidates of this subject. */
  readonly decided: readonly Decided[];
}

/** Two policies over the same ledgers, by counts alone: nobody is named. */
export interface Backtest {
  readonly subjects: number;
  readonly moves: { readonly cadres: LevelMoves; readonly units: LevelMoves };
  /** Openings of the gate a week, the oldest week first; the last ends on the day of the backtest. */
  readonly weeks: readonly { readonly before: number; readonly after: number }[];
  readonly outcomes: Outcomes;
  readonly treatment: Treatment;
}

const NO_MOVES: LevelMoves = LEVEL_NAMES.map(() => LEVEL_NAMES.map(() => 0));

export const NO_BACKTEST: Backtest = {
  subjects: 0,
  moves: { cadres: NO_MOVES, units: NO_MOVES },
  weeks: Array.from({ length: WEEKS }, () => ({ before: 0, after: 0 })),
  outcomes: NO_OUTCOMES,
  treatment: NO_TREATMENT,
};

/** The two policies that are compared, and the day on which both are read. */
export interface Compared {
  readonly before: Policy;
  readonly after: Policy;
  readonly today: Day;
}

/**
 * Adds one subject: the order of subjects does not matter.
 * @throws NotInPolicy for a policy that is not total
 * @see design risk-model 9
 */
export function addTested(sum: Backtest, tested: Tested, { before, after, today }: Compared): Backtest {
  const was = walk(tested.facts, before, today);
  const is = walk(tested.facts, after, today);
  const group = isCadre(tested.subject) ? 'cadres' : 'units';
  return {
    subjects: sum.subjects + 1,
    moves: { ...sum.moves, [group]: moved(sum.moves[group], shownOf(was), shownOf(is)) },
    weeks: isCadre(tested.subject) ? counted(sum.weeks, was, is, today) : sum.weeks,
    outcomes: tested.decided.reduce((all, decided) => addOutcome(all, decided, is.openAfter.has(decided.cause)), sum.outcomes),
    treatment: tested.bearings === undefined ? sum.treatment : addTreatment(sum.treatment, tested.bearings, was.reading, is.reading),
  };
}

/** As lists show it: a policy may have other floors. */
const shownOf = ({ reading }: Walk): number => shownLevel(reading.level, reading.floor);

function moved(moves: LevelMoves, from: number, to: number): LevelMoves {
  return moves.map((row, level) => (level === from ? row.with(to, (row[to] ?? 0) + 1) : row));
}

function counted(weeks: Backtest['weeks'], was: Walk, is: Walk, today: Day): Backtest['weeks'] {
  if (was.opened.length === 0 && is.opened.length === 0) return weeks;
  const inWeek = (opened: readonly Day[], place: number): number =>
    opened.filter((day) => day <= today && Math.floor((today - day) / DAYS_OF_WEEK) === WEEKS - 1 - place).length;
  return weeks.map((week, place) => ({
    before: week.before + inWeek(was.opened, place),
    after: week.after + inWeek(is.opened, place),
  }));
}
