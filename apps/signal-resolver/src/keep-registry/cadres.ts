import type { Transaction } from '#persistence/transaction';
import { type CadreTokens, idNumberIsWhole } from '#vault/cadre-token';
import type { CsvRow } from './csv-table';
import { BadRow, type Kept, once, type ReadingIn, type RegistryFile, required, sortRows } from './registry-file';

interface Cadre {
  readonly token: string;
  readonly name: string;
  readonly category: string;
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
  if (managedBy === 'higher') throw new BadRow('managed-by-higher-level', '该干部由上级管理,不录入本系统。');
  if (managedBy !== 'county') throw new BadRow('managed-by-not-known', 'managed_by只能是county或higher。');
  return { token, name: required(row, 'name', 40), category: required(row, 'category', 32) };
}

/** Cadres whom the county manages. A new one changes nothing for items that lie in triage: a person settles those. */
export const CADRES: RegistryFile = {
  columns: ['id_number', 'name', 'category', 'managed_by'],
  async keep(tx: Transaction, rows: readonly CsvRow[], { tokens }: ReadingIn): Promise<Kept> {
    const read = sortRows(rows, (row) => cadreOf(row, tokens));
    const distinct = once(read.good, ({ token }) => token);
    const cadres = distinct.good.map(({ row }) => row);
    const changed = await tx.query(
      `INSERT INTO resolver.cadre AS known (id, token, name, category)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, category = excluded.category
         WHERE (known.name, known.category) IS DISTINCT FROM (excluded.name, excluded.category)
       RETURNING 1`,
      [
        cadres.map(({ token }) => tokens.cadreIdOf(token)),
        cadres.map(({ token }) => token),
        cadres.map(({ name }) => name),
        cadres.map(({ category }) => category),
      ],
    );
    return { changed: changed.length, refused: [...read.refused, ...distinct.refused] };
  },
};
