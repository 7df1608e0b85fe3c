import type { Database, Scope } from '#persistence/database';
import { CadreQueries, type CadreListing } from '#persistence/queries/cadre-queries';
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
  /** What the owner asks, so that the same cadres are listed. */
  readonly owner: Partial<CadreListing>;
  readonly pages: number;
}

async function compare(database: Database, { name, scope, owner, pages }: Compared): Promise<Figure> {
  const [seen, owned] = [new CadreQueries(database), new CadreQueries(asOwner(database))];
  const ask = async (queries: CadreQueries, as: Scope, listing: Partial<CadreListing>): Promise<readonly string[]> =>
    (await queries.list(as, { ...listing, limit: PAGE })).map(({ id }) => id);
  const same = [await ask(seen, scope, {}), await ask(owned, null, owner)];
  if (JSON.stringify(same[0]) !== JSON.stringify(same[1])) throw new Error(`${name}: the two list other cadres`);
  const side = (once: () => Promise<unknown>) => ({
    prepare: () => undefined,
    run: async () => {
      for (let page = 0; page < pages; page += 1) await once();
    },
  });
  const ours = side(async () => ask(seen, scope, {}));
  return inTurns({ name, bar: BAR, unitsAWindow: pages, ours, limit: side(async () => ask(owned, null, owner)) });
}

/** The first page of 100,000 cadres with row-level security against the same as the owner: pages a second. */
export async function benchScope(database: Database): Promise<{ readonly held: readonly Figure[]; readonly told: Figure }> {
  const everything = await compare(database, { name: 'cadre list of who sees everything', scope: null, owner: {}, pages: 300 });
  const town = await compare(database, { name: 'cadre list of one town', scope: TOWN, owner: { unit: TOWN }, pages: 40 });
  const county = { name: 'cadre list of a scope that holds everything', scope: COUNTY, owner: {}, pages: 40 };
  return { held: [everything, town], told: await compare(database, county) };
}
