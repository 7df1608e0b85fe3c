import type { CsvRow } from './csv-table';
import { BadRow, required } from './registry-file';

/** What a unit may be: the county itself, a township, or a department of the county (domain: demo-county). */
export const UNIT_CATEGORIES: readonly string[] = ['county', 'township', 'department'];

/** The five categories that are supervised on different things, and the others (domain: signals 11.7). */
export const CADRE_CATEGORIES: readonly string[] = ['一把手', '组织人事', '财务经济', '执法执纪', '行政管理', '其他'];

/** @throws BadRow, naming what may stand there, for a category that is none of them */
export function categoryIn(row: CsvRow, allowed: readonly string[]): string {
  const category = required(row, 'category', 32);
  if (!allowed.includes(category)) throw new BadRow('category-not-known', `category只能是${allowed.join('、')}。`);
  return category;
}
