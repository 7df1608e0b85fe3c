import type { BacktestResult } from '../../contracts';

type Moves = BacktestResult['moves']['cadres'];

/** A number before and after; null where there is none, or where it is held back. */
export interface Pair {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** How many stand on each level: rows are where they were, columns where they are. */
export function onLevels(moves: Moves): { readonly before: readonly number[]; readonly after: readonly number[] } {
  return { before: moves.map(sum), after: moves.map((_, level) => sum(moves.map((row) => row[level] ?? 0))) };
}

/** How many rise, fall and stay. */
export function movesOf(moves: Moves): { readonly up: number; readonly down: number; readonly same: number } {
  const where = (is: (from: number, to: number) => boolean): number =>
    sum(moves.flatMap((row, from) => row.map((count, to) => (is(from, to) ? count : 0))));
  return { up: where((from, to) => to > from), down: where((from, to) => to < from), same: where((from, to) => to === from) };
}

/** In whole percent; null where there is nothing to divide by. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((100 * part) / whole));

type Count = BacktestResult['outcomes']['all'];

/** What became of the decided candidates of one group, as shares. */
export function outcomeShares({ taken, dismissed, takenStill, dismissedStill }: Count): {
  readonly precision: number | null;
  readonly precisionAfter: number | null;
  readonly kept: number | null;
} {
  return {
    precision: shareOf(taken, taken + dismissed),
    precisionAfter: shareOf(takenStill, takenStill + dismissedStill),
    kept: shareOf(takenStill, taken),
  };
}

const WEEK = 7 * 86_400_000;

/** The last days of so many weeks, the last of which ends on a day; the oldest first. */
export function weekEnds(day: string, weeks: number): readonly string[] {
  const last = Date.parse(`${day}T00:00:00Z`);
  return Array.from({ length: weeks }, (_, place) => new Date(last - (weeks - 1 - place) * WEEK).toISOString().slice(0, 10));
}
