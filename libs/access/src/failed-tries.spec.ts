import { secondsToWait, waitAfter } from '#access/failed-tries';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 25) + seconds * 1_000);

describe('the wait before a try', () => {
  it('is none up to the tenth wrong password, then 30 s, doubling to 15 min and no further', () => {
    expect([0, 1, 9].map(waitAfter)).toEqual([0, 0, 0]);
    expect([10, 11, 12, 13, 14, 15, 16, 1_000, 2_000].map(waitAfter)).toEqual([30, 60, 120, 240, 480, 900, 900, 900, 900]);
  });

  it('runs from the last wrong try, in whole seconds, and ends', () => {
    const ten = { count: 10, lastAt: at(0) };
    expect(secondsToWait(ten, at(0))).toBe(30);
    expect(secondsToWait(ten, at(29.5))).toBe(1);
    expect(secondsToWait(ten, at(30))).toBe(0);
    expect(secondsToWait(ten, at(10_000))).toBe(0);
  });

  it('is none for a name that nobody tried', () => {
    expect(secondsToWait(undefined, at(0))).toBe(0);
  });
});
