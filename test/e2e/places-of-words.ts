import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '#persistence/database';

const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`;

/** Tables of every schema that hold the words in a row, as text or as bytes. @param words ASCII, as LIKE takes them */
export async function tablesHolding(databaseUrl: string, words: string): Promise<readonly string[]> {
  const database = await Database.connect(databaseUrl, 1);
  try {
    const found: string[] = [];
    const asBytes = Buffer.from(words).toString('hex');
    for (const { name } of await database.query<{ name: string }>(TABLES)) {
      const sql = `SELECT count(*)::int AS rows FROM ${name} AS held WHERE held::text LIKE $1 OR held::text LIKE $2`;
      const [counted] = await database.query<{ rows: number }>(sql, [`%${words}%`, `%${asBytes}%`]);
      if (counted === undefined || counted.rows > 0) found.push(name);
    }
    return found;
  } finally {
    await database.close();
  }
}

/** Files of the folder, at any depth, that hold the words: logs of apps and services, tables, segments of topics as they lie on disk. */
export async function filesHolding(folder: string, words: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    // What a service has removed meanwhile holds nothing.
    const bytes = await readFile(path).catch(() => Buffer.of());
    if (bytes.includes(words)) found.push(path.slice(folder.length + 1));
  }
  return found;
}
