import { idNumberIsWhole } from '#vault/cadre-token';
import { CADRES_OF_A_COUNTY, makePosts } from './posts';
import { Random } from './random';
import { type DemoUnit, makeUnits, UNITS_OF_A_COUNTY } from './units';

/** A fictional county: no unit, post or person in it exists. The region code of its ID numbers is not assigned. */
export interface DemoCadre {
  readonly idNumber: string;
  readonly name: string;
  readonly category: string;
  readonly unit: DemoUnit;
  readonly postCode: string;
  readonly post: string;
  readonly factor: string;
  /** First day of the post. */
  readonly since: string;
}

export interface DemoCounty {
  readonly units: readonly DemoUnit[];
  readonly cadres: readonly DemoCadre[];
}

const REGION = '999999';
const FAMILY = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章');
const GIVEN = Array.from('安平远达清和明信文礼德仁义谦正直恒毅宁睿博雅思源景行知言启承望舒若谷怀瑾立诚致允修齐');
const CHECK_DIGITS = Array.from('0123456789X');
const padded = (n: number, places: number): string => String(n).padStart(places, '0');

/** Nobody of the demo county is taken for somebody of another. */
const BORN = { demo: [1966, 1978], other: [1979, 1991] } as const;

function drawIdNumber(random: Random, [first, last]: readonly [number, number], taken: Set<string>): string {
  for (;;) {
    const born = `${random.between(first, last)}${padded(random.between(1, 12), 2)}${padded(random.between(1, 28), 2)}`;
    const body = `${REGION}${born}${padded(random.below(1000), 3)}`;
    const idNumber = `${body}${CHECK_DIGITS.find((digit) => idNumberIsWhole(body + digit))}`;
    if (taken.has(idNumber)) continue;
    taken.add(idNumber);
    return idNumber;
  }
}

/** A county of the usual size has no namesakes; where names run short there are some, as anywhere. */
function drawName(random: Random, taken: Set<string>): string {
  for (let tries = 0; ; tries += 1) {
    const name = random.pick(FAMILY) + random.pick(GIVEN) + (random.chance(0.8) ? random.pick(GIVEN) : '');
    if (taken.has(name) && tries < 20) continue;
    taken.add(name);
    return name;
  }
}

interface Taken {
  readonly names: Set<string>;
  readonly idNumbers: Set<string>;
}

function makeOneCounty(random: Random, label: string, cadres: number, taken: Taken): DemoCounty {
  const units = makeUnits(label, Math.round((cadres * UNITS_OF_A_COUNTY) / CADRES_OF_A_COUNTY));
  const inUnit = new Map<string, number>();
  const people = makePosts(units.slice(1), cadres).map(({ unit, title, category, factor }) => {
    const nth = (inUnit.get(unit.code) ?? 0) + 1;
    inUnit.set(unit.code, nth);
    return {
      idNumber: drawIdNumber(random, label === '' ? BORN.demo : BORN.other, taken.idNumbers),
      name: drawName(random, taken.names),
      category,
      unit,
      postCode: `P${unit.code.slice(1)}-${padded(nth, 2)}`,
      post: title,
      factor,
      since: `${random.between(2013, 2023)}-${padded(random.between(1, 12), 2)}-01`,
    };
  });
  return { units, cadres: people };
}

/**
 * As many cadres as asked, one in each post; above the size of one county, further counties beside the first.
 * @param label of the first county: see `makeUnits`
 * @see domain demo-county: 60 units, 900 cadres in five categories and others
 */
export function makeCounty(seed: number, cadres: number, label = ''): DemoCounty {
  const random = new Random(seed);
  const taken = { names: new Set<string>(), idNumbers: new Set<string>() };
  const counties = Array.from({ length: Math.ceil(cadres / CADRES_OF_A_COUNTY) }, (_, place) => {
    const size = Math.min(CADRES_OF_A_COUNTY, cadres - place * CADRES_OF_A_COUNTY);
    return makeOneCounty(random, place === 0 ? label : `${label}.${place}`, size, taken);
  });
  return { units: counties.flatMap(({ units }) => units), cadres: counties.flatMap((county) => county.cadres) };
}
