import type { CsvRow } from './csv-table';
import { BadRow, required } from './registry-file';

/** What a unit may be: the county itself, a township, or a department of the county (domain: demo-county). */
export const UNIT_CATEGORIES: readonly string[] = ['county', 'township', 'department'];

/** @throws BadRow, naming what may stand there, for a category that is none of them */
export function categoryIn(row: CsvRow, allowed: readonly string[]): string {
  const category = required(row, 'category', 32);
  if (!allowed.includes(category)) throw new BadRow('category-not-known', `category只能是${allowed.join('、')}。`);
  return category;
}
