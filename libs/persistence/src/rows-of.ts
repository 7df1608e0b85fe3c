/** TypeORM answers [rows, count] to UPDATE and DELETE, rows to everything else. */
export function rowsOf<Row>(result: unknown): Row[] {
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') return result[0] as Row[];
  return (result ?? []) as Row[];
}
