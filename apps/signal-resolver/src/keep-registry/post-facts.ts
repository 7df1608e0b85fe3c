import type { Transaction } from '#persistence/transaction';

/** What one event or one row of a file says about a cadre and a post. */
export interface PostFact {
  readonly eventId: string;
  readonly kind: 'post-held' | 'post-left';
  readonly cadreId: string;
  readonly post: string;
  /** Civil date: the first day, or the first day on which it is no longer held. */
  readonly day: string;
}

/** One post of one cadre, of which facts speak. */
export const postOfCadre = ({ cadreId, post }: { readonly cadreId: string; readonly post: string }): string =>
  JSON.stringify([cadreId, post]);

interface Holder {
  readonly cadre_id: string;
  readonly post_code: string;
}

/**
 * Stores what is said about posts and makes the history of the cadres concerned from all that is said, so that it does not
 * depend on the order in which it was told.
 * @param takenBack events that count as if they had never come; those that are about no post are passed over
 */
export async function keepPostFacts(tx: Transaction, facts: readonly PostFact[], takenBack: readonly string[]): Promise<void> {
  if (facts.length === 0 && takenBack.length === 0) return;
  const told = facts.map(({ cadreId, post }) => ({ cadre_id: cadreId, post_code: post }));
  const untold = await tx.query<Holder>('SELECT DISTINCT cadre_id, post_code FROM resolver.post_fact WHERE event_id = ANY($1::uuid[])', [
    takenBack,
  ]);
  const holders = [...told, ...untold];
  if (holders.length === 0) return;
  await lockCadres(
    tx,
    holders.map(({ cadre_id }) => cadre_id),
  );
  await addFacts(tx, facts);
  await tx.query('DELETE FROM resolver.post_fact WHERE event_id = ANY($1::uuid[])', [takenBack]);
  await remakeHistory(tx, holders);
}

/** In one order for everybody, so that no two transactions wait for each other. */
export async function lockCadres(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('SELECT 1 FROM resolver.cadre WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE', [[...new Set(ids)]]);
}

async function addFacts(tx: Transaction, facts: readonly PostFact[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.query(
    `INSERT INTO resolver.post_fact (event_id, kind, cadre_id, post_code, day)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[])`,
    [
      facts.map(({ eventId }) => eventId),
      facts.map(({ kind }) => kind),
      facts.map(({ cadreId }) => cadreId),
      facts.map(({ post }) => post),
      facts.map(({ day }) => day),
    ],
  );
}

async function remakeHistory(tx: Transaction, holders: readonly Holder[]): Promise<void> {
  const parameters = [holders.map(({ cadre_id }) => cadre_id), holders.map(({ post_code }) => post_code)];
  await tx.query(
    `DELETE FROM resolver.post_history AS history USING unnest($1::text[], $2::text[]) AS holder (cadre_id, post_code)
      WHERE history.cadre_id = holder.cadre_id AND history.post_code = holder.post_code`,
    parameters,
  );
  await tx.query(
    `INSERT INTO resolver.post_history (cadre_id, post_code, from_day, left_day)
     SELECT DISTINCT held.cadre_id, held.post_code, held.day,
            (SELECT min(gone.day) FROM resolver.post_fact gone
              WHERE gone.kind = 'post-left' AND gone.cadre_id = held.cadre_id AND gone.post_code = held.post_code AND gone.day > held.day)
       FROM resolver.post_fact held
       JOIN unnest($1::text[], $2::text[]) AS holder (cadre_id, post_code)
         ON holder.cadre_id = held.cadre_id AND holder.post_code = held.post_code
      WHERE held.kind = 'post-held'`,
    parameters,
  );
}

/** All that has been said about posts of the given cadres. */
export async function postFactsOf(tx: Transaction, cadreIds: readonly string[]): Promise<readonly PostFact[]> {
  return tx.query<PostFact>(
    `SELECT event_id AS "eventId", kind, cadre_id AS "cadreId", post_code AS post, day::text AS day
       FROM resolver.post_fact WHERE cadre_id = ANY($1::text[]) ORDER BY day, event_id`,
    [[...new Set(cadreIds)]],
  );
}
