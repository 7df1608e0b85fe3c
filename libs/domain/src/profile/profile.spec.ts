import { profileOf } from '#domain/profile/profile';
import { boundsOf, UNIT_SIZES, unitSizeOf } from '#domain/profile/unit-size';
import { explain } from '#domain/risk/explain';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { anyLedger } from '#testing/tight-ledger';
import { aFinding, aSignal } from '#testing/ledger';
import fc from 'fast-check';

const log = [
  aFinding({ id: 'audit', code: 'org-audit-exit-finding', day: 100 }),
  aFinding({ id: 'nominated', code: 'team-nomination-personal', channel: 'team', group: 'team-a', day: 110 }),
  aSignal({ id: 'letter', code: 'public-accusation-real-name', channel: 'public', group: 'public', day: 120 }),
  aSignal({ id: 'complaint', code: 'public-hotline-complaint', channel: 'public', group: 'public', day: 120 }),
];
const { E, channels } = explain(log, 130, policy);
const firstOf = (category: string): string[] => profileOf(category, E, channels).first.map(({ id }) => id);

describe('a profile', () => {
  it('shows first what the category is supervised on, the weightiest first', () => {
    expect(new Set(firstOf('一把手'))).toEqual(new Set(['audit', 'nominated', 'letter']));
    expect(firstOf('一把手')[0]).toBe('audit');
    expect([firstOf('组织人事'), firstOf('财务经济'), firstOf('执法执纪')]).toEqual([['letter'], ['audit'], ['letter']]);
    expect(new Set(firstOf('行政管理'))).toEqual(new Set(['audit', 'complaint']));
    expect(firstOf('其他')).toEqual([]);
  });

  it('tells a principal by five dimensions, and counts no petition against any of them', () => {
    const { dimensions, rest } = profileOf('一把手', E, channels);
    expect(dimensions.map(({ dimension, signals }) => [dimension, signals])).toEqual([
      ['recommendations', 1],
      ['decisions', 0],
      ['projects', 1],
      ['democratic-style', 0],
      ['integrity', 0],
    ]);
    expect(dimensions.reduce((sum, { part }) => sum + part, rest)).toBe(E);
    expect(rest).toBeGreaterThan(0);
  });

  it('tells nobody else by dimensions', () => {
    expect(profileOf('行政管理', E, channels)).toMatchObject({ dimensions: [], rest: E });
  });

  it('divides E to the milli-point, whatever is known', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat({ max: 800 }), (ledger, wait) => {
        const told = explain(ledger, 1_000 + wait, policy);
        const { dimensions, rest } = profileOf('一把手', told.E, told.channels);
        expect(dimensions.reduce((sum, { part }) => sum + part, rest)).toBe(told.E);
        expect(Math.min(rest, ...dimensions.map(({ part }) => part))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the size of a unit', () => {
  it('is one of three classes without a gap', () => {
    expect([1, 9, 10, 19, 20, 400].map(unitSizeOf)).toEqual(['small', 'small', 'medium', 'medium', 'large', 'large']);
    expect(UNIT_SIZES.map(boundsOf)).toEqual([
      [1, 9],
      [10, 19],
      [20, null],
    ]);
  });
});
