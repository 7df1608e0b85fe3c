import { idNumberIsWhole } from '#vault/cadre-token';
import { makeCounty } from './county';
import { registryFiles } from './registry-files';

const countBy = <T>(items: readonly T[], of: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[of(item)] = (counts[of(item)] ?? 0) + 1;
  return counts;
};

describe('the demo county', () => {
  const county = makeCounty(1, 900);

  it('has 900 cadres in five categories and others', () => {
    expect(countBy(county.cadres, ({ category }) => category)).toEqual({
      一把手: 110,
      组织人事: 60,
      财务经济: 90,
      执法执纪: 160,
      行政管理: 200,
      其他: 280,
    });
  });

  it('is a tree of 60 units: the county, its towns and its departments', () => {
    expect(countBy(county.units, ({ category }) => category)).toEqual({ county: 1, township: 20, department: 39 });
    expect(new Set(county.units.map(({ code }) => code)).size).toBe(60);
    expect(new Set(county.units.map(({ parent }) => parent))).toEqual(new Set([undefined, 'U-000']));
    expect(new Set(county.cadres.map(({ unit }) => unit.code)).size).toBe(59);
  });

  it('enters nobody as head of a unit whose head the city manages', () => {
    const heads = county.cadres.filter(({ category, unit }) => category === '一把手' && unit.ledFromAbove);
    expect(new Set(heads.map(({ post }) => post))).toEqual(new Set(['常务副职']));
    expect(heads).toHaveLength(8);
  });

  it('gives each person a name and one post of their own, and an ID number of a region that does not exist', () => {
    expect(new Set(county.cadres.map(({ name }) => name)).size).toBe(900);
    expect(new Set(county.cadres.map(({ postCode }) => postCode)).size).toBe(900);
    expect(new Set(county.cadres.map(({ unit, post }) => `${unit.code} ${post}`)).size).toBe(900);
    expect(new Set(county.cadres.map(({ idNumber }) => idNumber)).size).toBe(900);
    expect(county.cadres.filter(({ idNumber }) => !idNumber.startsWith('999999') || !idNumberIsWhole(idNumber))).toEqual([]);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(makeCounty(1, 900)).toEqual(county);
    expect(makeCounty(2, 900)).not.toEqual(county);
  });

  it('keeps the shares of the categories when it is smaller, and has further counties beside it when it is larger', () => {
    expect(countBy(makeCounty(1, 60).cadres, ({ category }) => category)).toEqual({
      一把手: 7,
      组织人事: 4,
      财务经济: 6,
      执法执纪: 11,
      行政管理: 13,
      其他: 19,
    });
    const larger = makeCounty(1, 2_000);
    expect(larger.cadres).toHaveLength(2_000);
    expect(larger.units.filter(({ parent }) => parent === undefined)).toHaveLength(3);
    expect(new Set(larger.units.map(({ code }) => code)).size).toBe(larger.units.length);
    expect(new Set(larger.cadres.map(({ postCode }) => postCode)).size).toBe(2_000);
  });

  it('is written as the files of the registry, no longer than one request may be', () => {
    expect(registryFiles(county).map(({ name, text }) => [name, text.split('\n').length])).toEqual([
      ['units', 61],
      ['posts', 901],
      ['cadres', 901],
      ['post-history', 901],
    ]);
    expect(registryFiles(makeCounty(1, 6_000)).map(({ name }) => name)).toEqual([
      'units',
      ...['posts', 'cadres', 'post-history'].flatMap((name) => [name, name]),
    ]);
  });
});
