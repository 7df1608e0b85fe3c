import type { DemoCounty } from './county';

/** Rows in one file: more would not go into one request. */
const MOST_ROWS = 5_000;

export interface RegistryText {
  /** As in `PUT /api/v1/registry/units`. */
  readonly name: 'units' | 'posts' | 'cadres' | 'post-history';
  readonly text: string;
}

function filesOf(name: RegistryText['name'], header: string, rows: readonly (readonly string[])[]): RegistryText[] {
  const starts = Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, at) => at * MOST_ROWS);
  return starts.map((from) => {
    const lines = rows.slice(from, from + MOST_ROWS).map((row) => row.join(','));
    return { name, text: [header, ...lines].join('\n') };
  });
}

/** The registry as the files that a clerk would read in, in the order in which they are read. */
export function registryFiles({ units, cadres }: DemoCounty): readonly RegistryText[] {
  return [
    ...filesOf(
      'units',
      'code,name,parent_code,category',
      units.map((unit) => [unit.code, unit.name, unit.parent ?? '', unit.category]),
    ),
    ...filesOf(
      'posts',
      'code,unit_code,title,factors',
      cadres.map((cadre) => [cadre.postCode, cadre.unit.code, cadre.post, cadre.factor]),
    ),
    ...filesOf(
      'cadres',
      'id_number,name,category,managed_by',
      cadres.map((cadre) => [cadre.idNumber, cadre.name, cadre.category, 'county']),
    ),
    ...filesOf(
      'post-history',
      'id_number,post_code,from,left',
      cadres.map((cadre) => [cadre.idNumber, cadre.postCode, cadre.since, '']),
    ),
  ];
}
