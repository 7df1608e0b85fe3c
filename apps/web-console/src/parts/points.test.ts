import { describe, expect, it } from 'vitest';
import { addedPoints, exactPoints, points } from './points';

describe('points', () => {
  it('shows milli-points exactly in three decimals', () => {
    expect(points(54_960, 3)).toBe('54.960');
    expect(points(7, 3)).toBe('0.007');
  });

  it('never shows a threshold that was not reached', () => {
    expect(points(54_999)).toBe('54.9');
    expect(points(55_000)).toBe('55.0');
  });

  it('writes those of schemes without idle zeros', () => {
    expect([1_500, 100_000, 6_000, 0, 10_250].map(exactPoints)).toEqual(['1.5', '100', '6', '0', '10.25']);
  });

  it('keeps the sign of what an advisory post takes away', () => {
    expect(addedPoints(-1_205)).toBe('−1.205');
    expect(addedPoints(1_205)).toBe('+1.205');
  });
});
