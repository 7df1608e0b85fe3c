import type { Transaction } from '#persistence/transaction';
import type { CadreTokens } from '#vault/cadre-token';
import type { CsvRow, RefusedRow } from './csv-table';

/** What a file is read in with. */
export interface ReadingIn {
  readonly tokens: CadreTokens;
  /** Civil date in Asia/Shanghai. */
  readonly today: string;
}

export interface Kept {
  /** Rows that changed something; reading in the same file again changes nothing. */
  readonly changed: number;
  readonly refused: readonly RefusedRow[];
}

/** One kind of file of the registry. */
export interface RegistryFile {
  readonly columns: readonly string[];
  /** Stores the good rows and tells the bad ones. */
  keep(tx: Transaction, rows: readonly CsvRow[], using: ReadingIn): Promise<Kept>;
}

/** A row that is not stored, with the reason as a clerk reads it. The reason never repeats an ID number. */
export class BadRow extends Error {
  override readonly name = 'BadRow';

  constructor(
    readonly code: string,
    readonly detail: string,
  ) {
    super(code);
  }
}

export interface Placed<T> {
  readonly line: number;
  readonly row: T;
}

export interface Sorted<T> {
  readonly good: readonly Placed<T>[];
  readonly refused: readonly RefusedRow[];
}

/** Good rows and bad ones. @param read throws BadRow for a bad one */
export function sortRows<T>(rows: readonly CsvRow[], read: (row: CsvRow) => T): Sorted<T> {
  return sift(
    rows.map((row) => ({ line: row.line, row })),
    read,
  );
}

/** The same for rows that have been read before and are looked at once more. */
export function sift<In, Out>(placed: readonly Placed<In>[], look: (row: In) => Out): Sorted<Out> {
  const good: Placed<Out>[] = [];
  const refused: RefusedRow[] = [];
  for (const { line, row } of placed) {
    try {
      good.push({ line, row: look(row) });
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      refused.push({ line, code: error.code, detail: error.detail });
    }
  }
  return { good, refused };
}

/** Each key once: a row that says the same again is passed over, one that says something else is refused. */
export function once<T>(placed: readonly Placed<T>[], keyOf: (row: T) => string): Sorted<T> {
  const first = new Map<string, Placed<T>>();
  const refused: RefusedRow[] = [];
  for (const next of placed) {
    const before = first.get(keyOf(next.row));
    if (before === undefined) first.set(keyOf(next.row), next);
    else if (JSON.stringify(before.row) !== JSON.stringify(next.row)) {
      refused.push({ line: next.line, code: 'listed-twice', detail: `与第${before.line}行重复，且内容不一致。` });
    }
  }
  return { good: [...first.values()], refused };
}

/** @throws BadRow when the cell is empty or too long */
export function required(row: CsvRow, column: string, longest: number): string {
  const text = optional(row, column, longest);
  if (text === '') throw new BadRow('value-missing', `${column}不能为空。`);
  return text;
}

/** @throws BadRow when the cell is too long or no text */
export function optional(row: CsvRow, column: string, longest: number): string {
  const text = row.cells.get(column) ?? '';
  if (text.includes('\0')) throw new BadRow('value-not-text', `${column}含有无法识别的字符。`);
  if (text.length > longest) throw new BadRow('value-too-long', `${column}超过${longest}个字。`);
  return text;
}
