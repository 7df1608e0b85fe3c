import { dateOf, dayOf } from '#domain/calendar/day';
import { cycleOf, monthsAfter, PERIODS, periodOf, type Period, type Stretch } from '#domain/calendar/months';
import fc from 'fast-check';

const told = ({ from, until }: Stretch): string => `${dateOf(from)} ${dateOf(until - 1)}`;
const someDay = fc.integer({ min: 0, max: 40_000 });

describe('months after a day', () => {
  it.each([
    ['2026-04-27', 12, '2027-04-27'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-04-27', 48, '2030-04-27'],
    ['2026-04-27', 0, '2026-04-27'],
  ])('from %s, %i of them, end on %s', (from, months, to) => {
    expect(dateOf(monthsAfter(dayOf(from), months))).toBe(to);
  });
});

describe('a period of the calendar', () => {
  it.each<[Period, string, string]>([
    ['month', '2026-02-28', '2026-02-01 2026-02-28'],
    ['quarter', '2026-05-15', '2026-04-01 2026-06-30'],
    ['half-year', '2026-07-01', '2026-07-01 2026-12-31'],
    ['year', '2028-02-29', '2028-01-01 2028-12-31'],
  ])('of a %s on %s is %s', (period, day, expected) => {
    expect(told(periodOf(period, dayOf(day)))).toBe(expected);
  });

  it('holds its day, and the next begins where it ends, with the next number', () => {
    const kinds = fc.constantFrom(...(Object.keys(PERIODS) as Period[]));
    fc.assert(
      fc.property(kinds, someDay, (period, day) => {
        const stretch = periodOf(period, day);
        expect(stretch.from <= day && day < stretch.until).toBe(true);
        expect(periodOf(period, stretch.until)).toMatchObject({ number: stretch.number + 1, from: stretch.until });
      }),
    );
  });
});

describe('a cycle', () => {
  const term = { start: dayOf('2021-07-15'), months: 60 };

  it('is counted from its start on, and backwards', () => {
    expect(told(cycleOf(term, dayOf('2021-07-15')))).toBe('2021-07-15 2026-07-14');
    expect(told(cycleOf(term, dayOf('2026-07-15')))).toBe('2026-07-15 2031-07-14');
    expect(told(cycleOf(term, dayOf('2021-07-14')))).toBe('2016-07-15 2021-07-14');
  });

  it('holds its day, whatever its start and length', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 120 }), someDay, (start, months, day) => {
        const stretch = cycleOf({ start, months }, day);
        expect(stretch.from <= day && day < stretch.until).toBe(true);
        expect(cycleOf({ start, months }, stretch.until).from).toBe(stretch.until);
      }),
    );
  });
});
