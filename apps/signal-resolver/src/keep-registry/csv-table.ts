import { parse } from 'csv-parse/sync';
import { Problem } from '#platform/http/problem';

/** One row of a file that a clerk reads in. */
export interface CsvRow {
  /** Where it stands in the file; the header is line 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface RefusedRow {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
}

export interface CsvTable {
  /** Rows in the file, good and bad, without the header. */
  readonly read: number;
  readonly rows: readonly CsvRow[];
  readonly refused: readonly RefusedRow[];
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const NOT_CSV = '该行不符合CSV格式：请检查引号是否成对。';

/** UTF-8, with or without a mark at its beginning, else GB18030: what spreadsheets in Chinese offices write. */
function textOf(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  throw new Problem(400, 'encoding-not-known', '文件编码无法识别，请另存为UTF-8或GB18030编码的CSV文件。');
}

/**
 * Reads a CSV file whose first line names its columns, in any order; other columns are passed over.
 * @throws Problem 400 `encoding-not-known` or `column-missing`: nothing of the file is read then
 */
export function readTable(bytes: Buffer, columns: readonly string[]): CsvTable {
  const refused: RefusedRow[] = [];
  const records = parse(textOf(bytes), {
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      refused.push({ line: lineOf(error), code: 'not-csv', detail: NOT_CSV });
      return undefined;
    },
  }) as unknown as ParsedRecord[];
  const [header, ...rest] = records;
  const names = header?.record ?? [];
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new Problem(400, 'column-missing', `文件缺少列：${missing.join('、')}。`);
  const rows: CsvRow[] = [];
  for (const { record, info } of rest) {
    if (record.length === names.length) rows.push({ line: info.lines, cells: new Map(names.map((name, at) => [name, record[at] ?? ''])) });
    else refused.push({ line: info.lines, code: 'columns-do-not-fit', detail: `该行有${record.length}列，表头有${names.length}列。` });
  }
  return { read: rows.length + refused.length, rows, refused };
}

function lineOf(error: unknown): number {
  const lines: unknown = typeof error === 'object' && error !== null && 'lines' in error ? error.lines : undefined;
  return typeof lines === 'number' ? lines : 0;
}
