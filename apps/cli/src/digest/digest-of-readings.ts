import { createHash } from 'node:crypto';
import type { Database } from '#persistence/database';

interface Row {
  readonly subject: string;
  readonly state: string;
  readonly e_milli: number;
  readonly p_milli: number;
  readonly level: number;
}

const PAGE = 5_000;

/** SHA-256 over subject, cells, E, P and level in subject order: two runs that read the same have the same digest. */
export async function digestOfReadings(database: Database): Promise<string> {
  const hash = createHash('sha256');
  let after = '';
  for (;;) {
    const rows = await database.query<Row>(
      `SELECT subject, state, e_milli, p_milli, level FROM console.reading
        WHERE subject > $1 COLLATE "C" ORDER BY subject COLLATE "C" LIMIT $2`,
      [after, PAGE],
    );
    for (const row of rows) hash.update(`${JSON.stringify([row.subject, row.state, row.e_milli, row.p_milli, row.level])}\n`);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return hash.digest('hex');
    after = last.subject;
  }
}
