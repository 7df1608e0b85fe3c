import { dateOf, dayOf } from '#domain/calendar/day';
import { oneMonthAfter } from '#domain/calendar/one-month';

describe('one month', () => {
  it.each([
    ['2026-04-27', '2026-05-27'],
    ['2026-12-01', '2027-01-01'],
    ['2026-12-31', '2027-01-31'],
    ['2026-11-30', '2026-12-30'],
  ])('from %s ends on the same day of the next month, %s', (from, to) => {
    expect(dateOf(oneMonthAfter(dayOf(from)))).toBe(to);
  });

  it.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-30', '2028-02-29'],
    ['2100-01-29', '2100-02-28'],
    ['2026-03-31', '2026-04-30'],
    ['2026-05-31', '2026-06-30'],
  ])('from %s ends on the last day of a shorter month, %s', (from, to) => {
    expect(dateOf(oneMonthAfter(dayOf(from)))).toBe(to);
  });

  it('never ends earlier for a later day', () => {
    const days = Array.from({ length: 800 }, (_, index) => dayOf('2027-01-01') + index);
    const ends = days.map(oneMonthAfter);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    expect(days.every((day, index) => (ends[index] ?? 0) - day >= 28 && (ends[index] ?? 0) - day <= 31)).toBe(true);
  });
});
