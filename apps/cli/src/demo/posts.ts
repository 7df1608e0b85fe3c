import type { DemoUnit, Work } from './units';

/** Cadres of each category in a county of 900 (domain: demo-county), and how many of them a county of another size has. */
export const CATEGORIES = [
  { name: '一把手', count: 110, factor: 'principal' },
  { name: '组织人事', count: 60, factor: 'personnel' },
  { name: '财务经济', count: 90, factor: 'money' },
  { name: '执法执纪', count: 160, factor: 'law-enforcement' },
  { name: '行政管理', count: 200, factor: 'approval' },
  { name: '其他', count: 280, factor: 'general' },
] as const;
type Category = (typeof CATEGORIES)[number]['name'];

export const CADRES_OF_A_COUNTY = CATEGORIES.reduce((sum, { count }) => sum + count, 0);

export interface DemoPost {
  readonly unit: DemoUnit;
  readonly title: string;
  readonly category: Category;
  readonly factor: string;
}

/** Largest remainders, so that the categories add up to the cadres. */
function quotas(cadres: number): readonly number[] {
  const exact = CATEGORIES.map(({ count }) => (count * cadres) / CADRES_OF_A_COUNTY);
  const whole = exact.map(Math.floor);
  const left = cadres - whole.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  const rounded = new Set(byRemainder.slice(0, left).map(({ at }) => at));
  return whole.map((count, at) => count + (rounded.has(at) ? 1 : 0));
}

const doing = (work: Work) => (unit: DemoUnit) => unit.work.includes(work);
const isTown = (unit: DemoUnit): boolean => unit.category === 'township';

/** The units in the order in which posts of a category are filled: what every unit has first, then where the work is, again and again. */
function order(
  category: Category,
  units: readonly DemoUnit[],
): { readonly once: readonly DemoUnit[]; readonly again: readonly DemoUnit[] } {
  const often = (work: Work): readonly DemoUnit[] => [1, 2, 3].flatMap(() => units.filter(doing(work)));
  switch (category) {
    case '一把手':
      return { once: units, again: units.filter(({ ledFromAbove }) => !ledFromAbove) };
    case '组织人事':
      return { once: units, again: units.filter(doing('personnel')) };
    case '财务经济':
      return { once: units, again: units.filter(doing('money')) };
    case '执法执纪':
      return { once: [], again: [...often('law-enforcement'), ...units.filter(isTown)] };
    case '行政管理':
      return { once: [], again: [...often('approval'), ...units.filter(isTown)] };
    case '其他':
      return { once: [], again: units };
  }
}

const TITLES: Readonly<Record<Exclude<Category, '一把手'>, readonly string[]>> = {
  组织人事: ['人事科科长', '组织科科长'],
  财务经济: ['分管财务副职', '财务科科长', '项目资金科科长'],
  执法执纪: ['执法大队大队长', '法制科科长', '执法中队中队长'],
  行政管理: ['审批科科长', '监管科科长', '规划科科长'],
  其他: ['综合科科长', '业务科科长', '调研员', '宣传科科长', '督办科科长'],
};

function headTitles({ name, ledFromAbove }: DemoUnit): readonly string[] {
  if (ledFromAbove) return ['常务副职'];
  if (name.endsWith('镇') || name.endsWith('乡')) return ['党委书记', `${name.slice(-1)}长`];
  return ['党组书记', name.endsWith('局') ? '局长' : '主任'];
}

/** @param nth of its category in its unit, from 0; titles that come again are numbered, so that each is one post */
function titleOf(category: Category, unit: DemoUnit, nth: number): string {
  const titles = category === '一把手' ? headTitles(unit) : TITLES[category];
  const round = Math.floor(nth / titles.length);
  return `${titles[nth % titles.length]}${round === 0 ? '' : `(${round + 1})`}`;
}

/**
 * As many posts as cadres, in the order of the categories.
 * @param units below the county
 */
export function makePosts(units: readonly DemoUnit[], cadres: number): readonly DemoPost[] {
  const inUnit = new Map<string, number>();
  const counts = quotas(cadres);
  return CATEGORIES.flatMap(({ name, factor }, at) => {
    const { once, again } = order(name, units);
    return Array.from({ length: counts[at] ?? 0 }, (_, n) => {
      const unit = once[n] ?? again[(n - once.length) % again.length];
      if (!unit) throw new RangeError(`no unit for ${name}`);
      const nth = inUnit.get(`${unit.code} ${name}`) ?? 0;
      inUnit.set(`${unit.code} ${name}`, nth + 1);
      const title = titleOf(name, unit, nth);
      return { unit, title, category: name, factor: title.startsWith('调研员') ? 'advisory' : factor };
    });
  });
}
