import type { FoundCadres } from '#contracts/console/triage';
import type { Database, Scope } from '#persistence/database';

const MOST = 20;

/** Cadres in view of a name, or of the beginning of one, none managed higher. */
export async function cadresCalled(database: Database, scope: Scope, name: string): Promise<FoundCadres> {
  const sql = `
    SELECT cadre.id, cadre.name, coalesce(array_agg(held.unit_name || held.title ORDER BY held.from_day DESC)
                                          FILTER (WHERE held.title IS NOT NULL), '{}') AS posts
      FROM resolver.cadre LEFT JOIN console.post_held held ON held.cadre_id = cadre.id
     WHERE starts_with(cadre.name, $1) AND cadre.id NOT IN (SELECT console.managed_higher())
     GROUP BY cadre.id, cadre.name ORDER BY cadre.name, cadre.id LIMIT $2`;
  const rows = await database.readAs(scope, async (reading) =>
    reading.query<{ id: string; name: string; posts: string[] }>(sql, [name, MOST]),
  );
  return { items: rows.map(({ id, name: found, posts }) => ({ cadreId: id, name: found, posts })) };
}
