import { idNumberIsWhole } from '#vault/cadre-token';
import { Random } from './random';

/** A fictional county: no unit, post or person in it exists. The region code of its ID numbers is not assigned. */
export interface DemoUnit {
  readonly code: string;
  readonly name: string;
  readonly category: string;
}

export interface DemoCadre {
  readonly idNumber: string;
  readonly name: string;
  readonly category: string;
  readonly unit: DemoUnit;
  readonly postCode: string;
  readonly post: string;
  readonly factors: readonly string[];
  readonly since: string;
}

export interface DemoCounty {
  readonly units: readonly DemoUnit[];
  readonly cadres: readonly DemoCadre[];
}

const REGION = '999999';

const UNITS: readonly DemoUnit[] = [
  { code: 'U-001', name: '云岭镇', category: 'township' },
  { code: 'U-002', name: '青石乡', category: 'township' },
  { code: 'U-003', name: '县财政局', category: 'department' },
  { code: 'U-004', name: '县公安局', category: 'department' },
  { code: 'U-005', name: '县自然资源局', category: 'department' },
  { code: 'U-006', name: '县委组织部', category: 'department' },
];

interface PostKind {
  readonly title: string;
  readonly category: string;
  readonly factors: readonly string[];
}

const POSTS: readonly PostKind[] = [
  { title: '主要负责人', category: '一把手', factors: ['principal'] },
  { title: '副职(组织人事)', category: '组织人事', factors: ['personnel'] },
  { title: '副职(财务)', category: '财务经济', factors: ['money'] },
  { title: '副职(执法)', category: '执法执纪', factors: ['law-enforcement'] },
  { title: '副职(审批)', category: '行政管理', factors: ['approval'] },
  { title: '综合科负责人', category: '其他', factors: ['general'] },
  { title: '业务一科负责人', category: '行政管理', factors: ['approval'] },
  { title: '业务二科负责人', category: '其他', factors: ['general'] },
  { title: '业务三科负责人', category: '其他', factors: ['general'] },
  { title: '调研员', category: '其他', factors: ['advisory'] },
];

const FAMILY = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许');
const GIVEN = Array.from('安平远达清和明信文礼德仁义谦正直恒毅宁睿博雅思源景行知言');

function idNumberOf(random: Random, place: number): string {
  const year = 1966 + random.below(22);
  const month = String(1 + random.below(12)).padStart(2, '0');
  const day = String(1 + random.below(28)).padStart(2, '0');
  const body = `${REGION}${year}${month}${day}${String(100 + place).slice(-3)}`;
  const check = Array.from('0123456789X').find((digit) => idNumberIsWhole(body + digit));
  return `${body}${check}`;
}

function nameOf(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = random.pick(FAMILY) + random.pick(GIVEN) + (random.chance(0.7) ? random.pick(GIVEN) : '');
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}

/** Six units with ten posts each, one person in each post. */
export function makeCounty(seed: number): DemoCounty {
  const random = new Random(seed);
  const taken = new Set<string>();
  const cadres = UNITS.flatMap((unit, unitPlace) =>
    POSTS.map((kind, postPlace) => ({
      idNumber: idNumberOf(random, unitPlace * POSTS.length + postPlace),
      name: nameOf(random, taken),
      category: kind.category,
      unit,
      postCode: `P-${unit.code.slice(2)}-${String(postPlace + 1).padStart(2, '0')}`,
      post: kind.title,
      factors: kind.factors,
      since: `${2018 + random.below(5)}-0${1 + random.below(9)}-01`,
    })),
  );
  return { units: UNITS, cadres };
}

const csv = (header: string, rows: readonly (readonly string[])[]): string => [header, ...rows.map((row) => row.join(','))].join('\n');

/** The registry as the files that a clerk would read in, in the order in which they are read. */
export function registryFiles({ units, cadres }: DemoCounty): readonly (readonly [name: string, text: string])[] {
  return [
    [
      'units',
      csv(
        'code,name,parent_code,category',
        units.map((unit) => [unit.code, unit.name, '', unit.category]),
      ),
    ],
    [
      'posts',
      csv(
        'code,unit_code,title,factors',
        cadres.map((cadre) => [cadre.postCode, cadre.unit.code, cadre.post, cadre.factors.join(';')]),
      ),
    ],
    [
      'cadres',
      csv(
        'id_number,name,category,managed_by',
        cadres.map((cadre) => [cadre.idNumber, cadre.name, cadre.category, 'county']),
      ),
    ],
    [
      'post-history',
      csv(
        'id_number,post_code,from,left',
        cadres.map((cadre) => [cadre.idNumber, cadre.postCode, cadre.since, '']),
      ),
    ],
  ];
}
