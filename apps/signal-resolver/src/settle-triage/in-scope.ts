import type { Database, Scope } from '#persistence/database';
import { Problem } from '#platform/http/problem';
import type { Named } from './assign-subject.command';
import { itemNotFound } from './item-not-found';

const isShown = async (database: Database, scope: Scope, [sql, id]: readonly [string, string]): Promise<boolean> =>
  (await database.readAs(scope, async (reading) => reading.query(sql, [id]))).length > 0;

/** @throws Problem 404 as for an item that never was */
export async function checkItemInScope(database: Database, scope: Scope, eventId: string): Promise<void> {
  if (!(await isShown(database, scope, ['SELECT 1 FROM resolver.triage WHERE event_id = $1', eventId]))) throw itemNotFound();
}

/** @throws Problem 422 as for somebody or a unit that is not in the registry */
export async function checkNamedInScope(database: Database, scope: Scope, named: Named): Promise<void> {
  if ('unitCode' in named) {
    if (!(await isShown(database, scope, ['SELECT 1 FROM resolver.unit WHERE code = $1', named.unitCode]))) throw unitNotKnown();
  } else if (!(await isShown(database, scope, ['SELECT 1 FROM resolver.cadre WHERE id = $1', named.cadreId]))) {
    throw cadreNotKnown();
  }
}

export const cadreNotKnown = (): Problem => new Problem(422, 'cadre-not-known', '干部名册中没有此人，请先导入名册。');
export const unitNotKnown = (): Problem => new Problem(422, 'unit-not-known', '单位表中没有此单位，请先导入单位表。');
