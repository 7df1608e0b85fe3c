import { addTreatment, type Bearings, DIMENSIONS, type Dimension, NO_TREATMENT, type Treatment } from '#domain/backtest/equal-treatment';
import { SMALLEST_GROUP, toldGroups } from '#domain/backtest/held-back';
import { walk } from '#domain/backtest/walk';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import fc from 'fast-check';

const calm = walk([], SHIPPED_POLICY, 1_000).reading;

/** So many people with the same bearings. */
type Post = readonly [number, Bearings];
const treatmentOf = (posts: readonly Post[]): Treatment =>
  posts.reduce(
    (treatment, [people, bearings]) =>
      Array.from({ length: people }).reduce<Treatment>((sum) => addTreatment(sum, bearings, calm, calm), treatment),
    NO_TREATMENT,
  );
const inUnit = (people: number, unit: string, region: string): Post => [people, { unit, region, category: '其他', rank: 'other' }];

const toldOf = (treatment: Treatment, dimension: Dimension): Map<string, number | undefined> =>
  new Map(toldGroups(treatment, dimension).map(({ name, count }) => [name, count?.people]));

/** What a reader knows: names with their counts or none, which units are in a region, and how many people there are. */
function equationsOf(treatment: Treatment, posts: readonly Post[]): { unknowns: string[]; rows: number[][] } {
  const told = DIMENSIONS.filter((each) => each !== 'channel').map((dimension) => [dimension, toldOf(treatment, dimension)] as const);
  const unknowns = told.flatMap(([dimension, groups]) =>
    [...groups].flatMap(([name, people]) => (people === undefined ? [`${dimension} ${name}`] : [])),
  );
  const row = (signs: ReadonlyMap<string, number>): number[] => unknowns.map((unknown) => signs.get(unknown) ?? 0);
  const wholes = told.map(([dimension, groups]) => row(new Map([...groups.keys()].map((name) => [`${dimension} ${name}`, 1]))));
  const units = Map.groupBy(posts, ([, { region }]) => region);
  const regions = [...units].map(([region, of]) =>
    row(new Map([[`region ${region}`, -1], ...of.map(([, { unit }]) => [`unit ${unit}`, 1] as const)])),
  );
  return { unknowns, rows: [...wholes, ...regions] };
}

/** Reduced row echelon form. */
function reduced(rows: readonly (readonly number[])[]): number[][] {
  const left = rows.map((row) => [...row]);
  const done: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (at === -1) continue;
    const [found = []] = left.splice(at, 1);
    const pivot = found.map((each) => each / (found[column] ?? 1));
    const without = (row: number[]): number[] => row.map((each, place) => each - (row[column] ?? 0) * (pivot[place] ?? 0));
    for (const list of [left, done]) list.forEach((row, place) => (list[place] = without(row)));
    done.push(pivot);
  }
  return done;
}

const solvedFor = (treatment: Treatment, posts: readonly Post[]): string[] => {
  const { unknowns, rows } = equationsOf(treatment, posts);
  const terms = reduced(rows).map((row) => unknowns.filter((_, place) => Math.abs(row[place] ?? 0) > 1e-9));
  return terms.flatMap((names) => (names.length === 1 ? names : []));
};

const somePosts = fc
  .array(
    fc.record({
      people: fc.integer({ min: 1, max: 16 }),
      unit: fc.nat({ max: 8 }),
      category: fc.constantFrom('甲', '乙', '丙'),
      rank: fc.constantFrom('principal' as const, 'other' as const),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .chain((posts) => fc.array(fc.nat({ max: 3 }), { minLength: 9, maxLength: 9 }).map((regions) => ({ posts, regions })))
  .map(({ posts, regions }) =>
    posts.map(({ people, unit, category, rank }): Post => [people, { unit: `U${unit}`, region: `R${regions[unit]}`, category, rank }]),
  )
  .filter((posts) => posts.reduce((sum, [people]) => sum + people, 0) >= SMALLEST_GROUP);

describe('what is held back', () => {
  it('cannot be had from a region and its other units', () => {
    const posts = [inUnit(12, 'U1', 'R1'), inUnit(5, 'U2', 'R1'), inUnit(14, 'U3', 'R1'), inUnit(4, 'U4', 'R2'), inUnit(8, 'U5', 'R2')];
    const treatment = treatmentOf(posts);
    expect(Object.fromEntries(toldOf(treatment, 'region'))).toEqual({ R1: 31, R2: 12 });
    expect(Object.fromEntries(toldOf(treatment, 'unit'))).toEqual({ U1: undefined, U2: undefined, U3: 14, U4: undefined, U5: undefined });
  });

  it('cannot be had from the whole where a region is held back', () => {
    const treatment = treatmentOf([inUnit(12, 'U1', 'R1'), inUnit(15, 'U2', 'R1'), inUnit(9, 'U3', 'R2'), inUnit(40, 'U4', 'R3')]);
    expect(Object.fromEntries(toldOf(treatment, 'region'))).toEqual({ R1: undefined, R2: undefined, R3: 40 });
    expect(Object.fromEntries(toldOf(treatment, 'unit'))).toEqual({ U1: undefined, U2: undefined, U3: undefined, U4: 40 });
  });

  it('cannot be solved for from all that is told, and is no small group together', () => {
    fc.assert(
      fc.property(somePosts, (posts) => {
        const treatment = treatmentOf(posts);
        expect(solvedFor(treatment, posts)).toEqual([]);
        for (const dimension of DIMENSIONS) {
          const people = [...toldOf(treatment, dimension)].map(([name, told]) => [told, treatment[dimension][name]?.people ?? 0] as const);
          expect(people.filter(([told, is]) => told !== undefined && is < SMALLEST_GROUP)).toEqual([]);
          const held = people.filter(([told]) => told === undefined).reduce((sum, [, is]) => sum + is, 0);
          expect(dimension === 'channel' || held === 0 || held >= SMALLEST_GROUP).toBe(true);
        }
        for (const [region, people] of toldOf(treatment, 'region')) {
          const units = [...toldOf(treatment, 'unit')].filter(([unit, told]) => told === undefined && treatment.regionOf[unit] === region);
          const held = units.reduce((sum, [unit]) => sum + (treatment.unit[unit]?.people ?? 0), 0);
          expect(people === undefined || held === 0 || held >= SMALLEST_GROUP).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing where no group is small', () => {
    const treatment = treatmentOf([inUnit(10, 'U1', 'R1'), inUnit(11, 'U2', 'R2')]);
    expect(DIMENSIONS.flatMap((dimension) => toldGroups(treatment, dimension)).filter(({ count }) => count === null)).toEqual([]);
  });
});
