import type { Database, Scope } from '#persistence/database';
import { isInScope } from '#persistence/queries/subject-in-scope';
import { Problem } from '#platform/http/problem';

/** @throws Problem 404, the same for nobody and for somebody out of view or managed by a higher level */
export async function checkSubjectInScope(database: Database, scope: Scope, subject: string): Promise<void> {
  if (!(await isInScope(database, scope, subject))) throw new Problem(404, 'subject-not-found', '没有找到该对象。');
}
