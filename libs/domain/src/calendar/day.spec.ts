import { dateOf, dayInShanghai, dayOf } from '#domain/calendar/day';
import fc from 'fast-check';

describe('a day', () => {
  it('counts from 2000-01-01', () => {
    expect(dayOf('2000-01-01')).toBe(0);
    expect(dayOf('1999-12-31')).toBe(-1);
    expect(dayOf('2000-03-01')).toBe(60);
    expect(dayOf('2026-04-27')).toBe(9613);
  });

  it.each(['2026-02-30', '2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-00', '2026-4-27', '20260427', '', '2026-04-27 '])(
    'refuses %p, which is not a date',
    (text) => {
      expect(() => dayOf(text)).toThrow(new RangeError('not-a-date'));
    },
  );

  it('agrees with the proleptic Gregorian calendar from year 0000 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -730_485, max: 2_921_939 }), (day) => {
        const date = new Date((day + 10_957) * 86_400_000).toISOString().slice(0, 10);
        expect(dateOf(day)).toBe(date);
        expect(dayOf(date)).toBe(day);
      }),
    );
  });

  it('refuses a day number outside four-digit years', () => {
    expect(() => dateOf(2_921_940)).toThrow(new RangeError('not-a-day'));
    expect(() => dateOf(-730_486)).toThrow(new RangeError('not-a-day'));
    expect(() => dateOf(0.5)).toThrow(new RangeError('not-a-day'));
  });

  it('begins at midnight in Shanghai', () => {
    expect(dateOf(dayInShanghai(Date.UTC(2026, 3, 26, 15, 59, 59, 999)))).toBe('2026-04-26');
    expect(dateOf(dayInShanghai(Date.UTC(2026, 3, 26, 16)))).toBe('2026-04-27');
    expect(dateOf(dayInShanghai(Date.UTC(1969, 11, 31, 15, 59)))).toBe('1969-12-31');
  });
});
