import { parse } from 'csv-parse/sync';
import { Problem, type ProblemPlace } from '#platform/http/problem';
import { idNumberIsWhole } from '#vault/cadre-token';

/** A person by ID number or a unit by code. */
export interface ManagedHigher {
  readonly kind: 'id-number' | 'unit';
  readonly value: string;
}

const COLUMNS = ['kind', 'value'];
const LONGEST_UNIT_CODE = 32;
const MOST_PLACES = 20;

/**
 * Reads the list with the columns kind and value. Lines are counted from 1, the heading included.
 * @throws Problem 400 naming the wrong lines, never their values
 */
export function readManagedHigher(text: string): readonly ManagedHigher[] {
  const [heading, ...rows] = parsed(text);
  if (heading?.join() !== COLUMNS.join()) throw new Problem(400, 'columns-not-known', '第一行应为表头：kind,value。');
  const errors = rows.flatMap((row, at) => wrongPlace(row, at + 2));
  if (errors.length > 0)
    throw new Problem(400, 'list-malformed', `名单有 ${errors.length} 行不正确，未作任何更改。`, errors.slice(0, MOST_PLACES));
  return rows.map(([kind = '', value = '']) => ({ kind: kind === 'unit' ? 'unit' : 'id-number', value }));
}

function parsed(text: string): string[][] {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    throw new Problem(400, 'csv-malformed', '内容不是完整的 CSV。');
  }
}

function wrongPlace([kind, value = '', ...others]: readonly string[], line: number): ProblemPlace[] {
  const wrong = (code: string, detail: string): ProblemPlace[] => [{ pointer: `/${line}`, code, detail: `第 ${line} 行：${detail}` }];
  if (others.length > 0) return wrong('row-malformed', '只应有 kind 和 value 两列。');
  if (kind === 'unit')
    return value.length > 0 && value.length <= LONGEST_UNIT_CODE ? [] : wrong('unit-code-malformed', '单位代码缺失或过长。');
  if (kind !== 'id-number') return wrong('kind-not-known', 'kind 只能是 id-number 或 unit。');
  return idNumberIsWhole(value) ? [] : wrong('id-number-wrong', '公民身份号码不正确。');
}
