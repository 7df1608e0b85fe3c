import type { Database, Scope } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { type Figure, inTurns } from '../in-turns';
import { COUNTY, TOWN } from './many-cadres';

const PAGE = 50;
/** On against off at most 1.3 times as long (design: performance C19). */
const BAR = 0.77;

/** Row-level security is for the roles of readers; the owner of the tables asks without it, in a transaction as they do. */
const asOwner = (database: Database): Pick<Database, 'readAs'> => ({
  readAs: async (_, work) =>
    database.transaction(async (tx) => {
      await tx.query(`SELECT set_config('jit', 'off', true)`);
      return work(tx);
    }),
});

interface Compared {
  readonly name: string;
  readonly scope: Scope;
  /** The same cadres, listed without row-level security. */
  readonly owner: () => Promise<readonly string[]>;
  readonly pages: number;
}

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

/** A town by a condition that the owner writes, level by level as the list does. */
const OWNERS_TOWN = `WITH page AS (
    SELECT id FROM console.cadre
     WHERE coalesce(level, 0) = $1 AND unit_code = $2 AND id IN (SELECT cadre_id FROM console.post_held WHERE unit_code = $2)
     ORDER BY coalesce(p_milli, 0) DESC, id LIMIT $3)
  SELECT console.cadre.* FROM page JOIN console.cadre USING (id) ORDER BY coalesce(p_milli, 0) DESC, id`;

async function townOf(database: Pick<Database, 'readAs'>): Promise<readonly string[]> {
  return database.readAs(null, async (reading) => {
    const ids: string[] = [];
    for (let level = 4; level >= 0 && ids.length < PAGE; level -= 1) {
      ids.push(...idsOf(await reading.query<{ id: string }>(OWNERS_TOWN, [level, TOWN, PAGE - ids.length])));
    }
    return ids;
  });
}

async function compare(database: Database, { name, scope, owner, pages }: Compared): Promise<Figure> {
  const queries = new CadreQueries(database);
  const seen = async (): Promise<readonly string[]> => idsOf(await queries.list(scope, { limit: PAGE }));
  const same = [await seen(), await owner()];
  if (JSON.stringify(same[0]) !== JSON.stringify(same[1])) throw new Error(`${name}: the two list other cadres`);
  const side = (once: () => Promise<unknown>) => ({
    prepare: () => undefined,
    run: async () => {
      for (let page = 0; page < pages; page += 1) await once();
    },
  });
  return inTurns({ name, bar: BAR, unitsAWindow: pages, ours: side(seen), limit: side(owner) });
}

/** The first page of 100,000 cadres with row-level security against the same as the owner: pages a second. */
export async function benchScope(database: Database): Promise<{ readonly held: readonly Figure[]; readonly told: Figure }> {
  const asked = asOwner(database);
  const all = async (): Promise<readonly string[]> => idsOf(await new CadreQueries(asked).list(null, { limit: PAGE }));
  const everything = await compare(database, { name: 'cadre list of who sees everything', scope: null, owner: all, pages: 300 });
  const town = await compare(database, { name: 'cadre list of one town', scope: TOWN, owner: async () => townOf(asked), pages: 40 });
  const county = { name: 'cadre list of a scope that holds everything', scope: COUNTY, owner: all, pages: 40 };
  return { held: [everything, town], told: await compare(database, county) };
}
