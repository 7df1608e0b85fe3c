import type { Database, Scope } from '#persistence/database';
import { isCadre, unitCodeOf } from '#domain/identity/subject';
import { Problem } from '#platform/http/problem';

/** @throws Problem 404, the same for nobody and for somebody out of view or managed by a higher level */
export async function checkSubjectInScope(database: Database, scope: Scope, subject: string): Promise<void> {
  const [sql, id] = isCadre(subject)
    ? ['SELECT 1 FROM console.standing WHERE id = $1', subject]
    : [
        `SELECT 1 FROM console.unit_standing WHERE code = $1 AND 'unit:' || code NOT IN (SELECT console.managed_higher())`,
        unitCodeOf(subject),
      ];
  const seen = await database.readAs(scope, async (reading) => reading.query(sql, [id]));
  if (seen.length === 0) throw new Problem(404, 'subject-not-found', '没有找到该对象。');
}
