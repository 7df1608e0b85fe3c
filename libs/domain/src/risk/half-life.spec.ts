import { buildHalfLifeTable } from '#domain/risk/half-life';
import { HALF_LIFE_TABLES } from '#domain/risk/half-life-tables';
import { HALF_LIVES } from '#domain/risk/policy';

describe('the growth table of a half-life', () => {
  it.each(HALF_LIVES)('of %d days is made again by exact roots', (halfLife) => {
    expect(buildHalfLifeTable(halfLife)).toEqual(HALF_LIFE_TABLES[halfLife].map(String));
  });

  it('begins at 2^40 and has the nearest integers to known roots of 2', () => {
    expect(buildHalfLifeTable(1)).toEqual([String(2n ** 40n)]);
    // 2^40 times √2 = 1554944255987.74, times the cube roots of 2 and 4 = 1385297844439.16 and 1745365914582.89
    expect(buildHalfLifeTable(2)).toEqual(['1099511627776', '1554944255988']);
    expect(buildHalfLifeTable(3)).toEqual(['1099511627776', '1385297844439', '1745365914583']);
  });
});
