import { isCadre, unitCodeOf } from '#domain/identity/subject';
import type { Database, Scope } from '#persistence/database';

/** Whether a person sees a subject, cadre or unit: neither out of scope nor managed by a higher level. */
export async function isInScope(database: Database, scope: Scope, subject: string): Promise<boolean> {
  const [sql, id] = isCadre(subject)
    ? ['SELECT 1 FROM console.standing WHERE id = $1', subject]
    : [
        `SELECT 1 FROM console.unit_standing WHERE code = $1 AND 'unit:' || code NOT IN (SELECT console.managed_higher())`,
        unitCodeOf(subject),
      ];
  const seen = await database.readAs(scope, async (reading) => reading.query(sql, [id]));
  return seen.length > 0;
}
