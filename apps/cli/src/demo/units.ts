/** What a unit's people mostly do, beside what every unit has. */
export type Work = 'law-enforcement' | 'approval' | 'money' | 'personnel';

export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  /** Of the unit above; undefined for the county itself. */
  readonly parent?: string;
  readonly category: 'county' | 'township' | 'department';
  readonly work: readonly Work[];
  /** Its head is a leader of the county, whom the city manages and who is not entered. */
  readonly ledFromAbove: boolean;
}

type Told = readonly [name: string, ...work: (Work | 'led-from-above')[]];

/** The first six have all kinds of work, so that a small county has them too. */
const FIRST: readonly Told[] = [
  ['云岭镇'],
  ['青石乡'],
  ['县财政局', 'money'],
  ['县公安局', 'law-enforcement'],
  ['县自然资源局', 'approval'],
  ['县委组织部', 'personnel', 'led-from-above'],
];
const TOWNS: readonly Told[] = Array.from('柏桐竹梅枫槐松榆桂兰荷莲菊棠杉樟楠柳').map((tree, at) => [
  `${tree}${at % 3 === 2 ? '坪乡' : '溪镇'}`,
]);
const DEPARTMENTS: readonly Told[] = [
  ['县人民法院', 'law-enforcement', 'led-from-above'],
  ['县人民检察院', 'law-enforcement', 'led-from-above'],
  ['县纪委监委', 'law-enforcement', 'led-from-above'],
  ['县委宣传部', 'led-from-above'],
  ['县委统战部', 'led-from-above'],
  ['县委政法委', 'led-from-above'],
  ['县委办公室', 'led-from-above'],
  ['县司法局', 'law-enforcement'],
  ['县市场监督管理局', 'law-enforcement'],
  ['县城市管理局', 'law-enforcement'],
  ['县应急管理局', 'law-enforcement'],
  ['县生态环境分局', 'law-enforcement'],
  ['县交通运输局', 'law-enforcement', 'approval'],
  ['县审计局', 'approval'],
  ['县发展和改革局', 'approval', 'money'],
  ['县住房和城乡建设局', 'approval'],
  ['县行政审批局', 'approval'],
  ['县水利局', 'approval'],
  ['县林业局', 'approval'],
  ['县农业农村局', 'approval', 'money'],
  ['县卫生健康局', 'approval'],
  ['县人力资源和社会保障局', 'personnel'],
  ['县国有资产管理局', 'money'],
  ['县税务分局', 'money'],
  ['县医疗保障局', 'money'],
  ['县政府办公室'],
  ['县信访局'],
  ['县教育局'],
  ['县科技局'],
  ['县民政局'],
  ['县文化和旅游局'],
  ['县退役军人局'],
  ['县统计局'],
  ['县商务局'],
  ['县档案局'],
];
const TOLD: readonly Told[] = [...FIRST, ...TOWNS, ...DEPARTMENTS];

/** With the county itself (domain: demo-county). */
export const UNITS_OF_A_COUNTY = TOLD.length + 1;
const FEWEST_UNITS = FIRST.length + 1;

const isTown = (name: string): boolean => name.endsWith('镇') || name.endsWith('乡');

/**
 * A county as a tree: itself at the root, its towns and departments below.
 * @param label that stands in the codes of its units and tells it from other counties; the demo county has none: U-000, U-001, …
 * @param count with the county itself; the first departments and towns, as many as that
 */
export function makeUnits(label: string, count: number): readonly DemoUnit[] {
  const codeAt = (at: number): string => `U${label}-${String(at).padStart(3, '0')}`;
  const below = TOLD.slice(0, Math.max(FEWEST_UNITS, count) - 1).map(([name, ...marks], at): DemoUnit => ({
    code: codeAt(at + 1),
    name,
    parent: codeAt(0),
    category: isTown(name) ? 'township' : 'department',
    work: marks.filter((mark) => mark !== 'led-from-above'),
    ledFromAbove: marks.includes('led-from-above'),
  }));
  const name = label === '' ? '云岭县' : `示例县${label}`;
  return [{ code: codeAt(0), name, category: 'county', work: [], ledFromAbove: true }, ...below];
}
