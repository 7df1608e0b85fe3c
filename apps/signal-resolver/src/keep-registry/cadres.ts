import type { Transaction } from '#persistence/transaction';
import { type CadreTokens, idNumberIsWhole } from '#vault/cadre-token';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { categoryIn } from './categories';
import type { CsvRow } from './csv-table';
import { BadRow, type Kept, once, type ReadingIn, type RegistryFile, required, sift, sortRows } from './registry-file';

interface Cadre {
  readonly token: string;
  readonly name: string;
  readonly category: string;
  readonly managedHigher: boolean;
}

/**
 * The token of the ID number in a row; the number goes no further.
 * @throws BadRow that does not repeat the number
 */
export function tokenIn(row: CsvRow, tokens: CadreTokens): string {
  const idNumber = required(row, 'id_number', 18).toUpperCase();
  if (!idNumberIsWhole(idNumber)) throw new BadRow('id-number-not-whole', '身份证件号码位数或校验码不正确。');
  return tokens.tokenOf(idNumber);
}

function cadreOf(row: CsvRow, tokens: CadreTokens): Cadre {
  const token = tokenIn(row, tokens);
  const managedBy = required(row, 'managed_by', 16);
  if (managedBy !== 'county' && managedBy !== 'higher') throw new BadRow('managed-by-not-known', 'managed_by只能是county或higher。');
  const managedHigher = managedBy === 'higher';
  return { token, name: required(row, 'name', 40), category: categoryIn(row, CADRE_CATEGORIES), managedHigher };
}

/**
 * Cadres whom the county manages. Whom a higher level manages is not entered; whoever is known and has moved up is marked: nothing
 * is entered about that person any more, until a later file says that the county manages them again.
 * A new cadre changes nothing for items that lie in triage: a person settles those.
 */
export const CADRES: RegistryFile = {
  columns: ['id_number', 'name', 'category', 'managed_by'],
  async keep(tx: Transaction, rows: readonly CsvRow[], { tokens }: ReadingIn): Promise<Kept> {
    const read = sortRows(rows, (row) => cadreOf(row, tokens));
    const distinct = once(read.good, ({ token }) => token);
    const known = await knownTokens(
      tx,
      distinct.good.map(({ row }) => row.token),
    );
    const entered = sift(distinct.good, (cadre) => {
      if (cadre.managedHigher && !known.has(cadre.token)) throw new BadRow('managed-by-higher-level', '该干部由上级管理，不录入本系统。');
      return cadre;
    });
    const cadres = entered.good.map(({ row }) => row);
    const changed = await store(tx, cadres, tokens);
    return { changed, refused: [...read.refused, ...distinct.refused, ...entered.refused] };
  },
};

async function knownTokens(tx: Transaction, tokens: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ token: string }>('SELECT token FROM resolver.cadre WHERE token = ANY($1::text[])', [tokens]);
  return new Set(rows.map(({ token }) => token));
}

/** @returns how many cadres are new or changed */
async function store(tx: Transaction, cadres: readonly Cadre[], tokens: CadreTokens): Promise<number> {
  const changed = await tx.query(
    `INSERT INTO resolver.cadre AS known (id, token, name, category, managed_higher)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[])
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, category = excluded.category, managed_higher = excluded.managed_higher
       WHERE (known.name, known.category, known.managed_higher)
             IS DISTINCT FROM (excluded.name, excluded.category, excluded.managed_higher)
     RETURNING 1`,
    [
      cadres.map(({ token }) => tokens.cadreIdOf(token)),
      cadres.map(({ token }) => token),
      cadres.map(({ name }) => name),
      cadres.map(({ category }) => category),
      cadres.map(({ managedHigher }) => managedHigher),
    ],
  );
  return changed.length;
}
