import type { Transaction } from '#persistence/transaction';
import { categoryIn, UNIT_CATEGORIES } from './categories';
import { BadRow, type Kept, once, optional, type Placed, type RegistryFile, required, sift, sortRows } from './registry-file';
import type { CsvRow, RefusedRow } from './csv-table';

interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly category: string;
}

/** In the path of a unit, "/" stands between the codes. */
function codeOf(row: CsvRow): string {
  const code = required(row, 'code', 32);
  if (code.includes('/')) throw new BadRow('code-not-plain', 'code不能含有“/”。');
  return code;
}

const unitOf = (row: CsvRow): Unit => ({
  code: codeOf(row),
  name: required(row, 'name', 80),
  parent: optional(row, 'parent_code', 32) || null,
  category: categoryIn(row, UNIT_CATEGORIES),
});

/** Units in a tree; a parent may stand further down in the same file. */
export const UNITS: RegistryFile = {
  columns: ['code', 'name', 'parent_code', 'category'],
  async keep(tx: Transaction, rows: readonly CsvRow[]): Promise<Kept> {
    const read = sortRows(rows, unitOf);
    const distinct = once(read.good, ({ code }) => code);
    const placed = inTree(distinct.good, await knownParents(tx));
    const changed = await store(
      tx,
      placed.good.map(({ row }) => row),
    );
    return { changed, refused: [...read.refused, ...distinct.refused, ...placed.refused] };
  },
};

type Parents = ReadonlyMap<string, string | null>;

async function knownParents(tx: Transaction): Promise<Parents> {
  const rows = await tx.query<{ code: string; parent_code: string | null }>('SELECT code, parent_code FROM resolver.unit');
  return new Map(rows.map(({ code, parent_code }) => [code, parent_code]));
}

/** Leaves out rows that hang on nothing or on themselves, until what is left is a tree. */
function inTree(units: readonly Placed<Unit>[], known: Parents): { good: readonly Placed<Unit>[]; refused: readonly RefusedRow[] } {
  const refused: RefusedRow[] = [];
  let good = units;
  for (;;) {
    const parents: Parents = new Map([...known, ...good.map(({ row }): [string, string | null] => [row.code, row.parent])]);
    const sifted = sift(good, (unit) => checked(unit, parents));
    if (sifted.refused.length === 0) return { good, refused };
    refused.push(...sifted.refused);
    good = sifted.good;
  }
}

function checked(unit: Unit, parents: Parents): Unit {
  const above = new Set<string>();
  for (let at: string | null = unit.parent; at !== null; at = parents.get(at) ?? null) {
    if (!parents.has(at)) throw new BadRow('parent-not-known', '上级单位代码不存在。');
    if (at === unit.code) throw new BadRow('parent-cycle', '上级单位形成循环。');
    // Another unit hangs on itself; that is said at its own row.
    if (above.has(at)) break;
    above.add(at);
  }
  return unit;
}

async function store(tx: Transaction, units: readonly Unit[]): Promise<number> {
  const changed = await tx.query(
    `INSERT INTO resolver.unit AS known (code, name, parent_code, category)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent_code = excluded.parent_code, category = excluded.category
       WHERE (known.name, known.parent_code, known.category) IS DISTINCT FROM (excluded.name, excluded.parent_code, excluded.category)
     RETURNING 1`,
    [
      units.map(({ code }) => code),
      units.map(({ name }) => name),
      units.map(({ parent }) => parent),
      units.map(({ category }) => category),
    ],
  );
  return changed.length;
}
