import { expect, it } from 'vitest';
import { movesOf, onLevels, outcomeShares, shareOf, weekEnds } from './figures';

const MOVES = [
  [5, 1, 0, 0, 0],
  [0, 2, 0, 3, 0],
  [0, 0, 0, 0, 0],
  [0, 4, 0, 1, 0],
  [0, 0, 0, 0, 0],
];

it('counts who stands where before and after, and who rises, falls and stays', () => {
  expect(onLevels(MOVES)).toEqual({ before: [6, 5, 0, 5, 0], after: [5, 7, 0, 4, 0] });
  expect(movesOf(MOVES)).toEqual({ up: 4, down: 4, same: 8 });
});

it('tells precision and yield, and nothing where nothing was decided', () => {
  expect(outcomeShares({ taken: 3, dismissed: 1, takenStill: 2, dismissedStill: 0 })).toEqual({ precision: 75, precisionAfter: 100, kept: 67 });
  expect(outcomeShares({ taken: 0, dismissed: 0, takenStill: 0, dismissedStill: 0 })).toEqual({ precision: null, precisionAfter: null, kept: null });
  expect(shareOf(0, 4)).toBe(0);
});

it('ends the last week on the day of the backtest', () => {
  expect(weekEnds('2026-03-02', 3)).toEqual(['2026-02-16', '2026-02-23', '2026-03-02']);
});
