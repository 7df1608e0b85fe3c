import { unitSubject } from '#domain/identity/subject';
import type { Transaction } from '#persistence/transaction';
import type { Message } from './message';
import type { PlacedPost, Places } from './ground';

const NOWHERE: Places = { units: new Map(), posts: new Map(), held: new Map() };

/**
 * Where what the messages speak of lies. Asks nothing while nobody speaks who has a range.
 * @param subjects cadres and units whom the messages may be about, asked for only then
 */
export async function knownPlaces(tx: Transaction, messages: readonly Message[], subjects: () => readonly string[]): Promise<Places> {
  const narrow = messages.filter(({ record }) => record.units !== undefined);
  if (narrow.length === 0) return NOWHERE;
  const meant = subjects();
  const named = narrow.flatMap(({ record }) => record.subject?.unitCode ?? []).map(unitSubject);
  return {
    units: await pathsOfUnits(tx, [...meant, ...named]),
    posts: await pathsOfPosts(
      tx,
      narrow.flatMap((message) => ('postCode' in message ? message.postCode : [])),
    ),
    held: await postsOf(tx, meant),
  };
}

async function pathsOfUnits(tx: Transaction, subjects: readonly string[]): Promise<Places['units']> {
  const rows = await tx.query<{ subject: string; path: string }>(
    `SELECT 'unit:' || code AS subject, path FROM resolver.unit WHERE code IN (SELECT substr(told, 6) FROM unnest($1::text[]) told
      WHERE told LIKE 'unit:%')`,
    [subjects],
  );
  return new Map(rows.map(({ subject, path }) => [subject, path]));
}

async function pathsOfPosts(tx: Transaction, codes: readonly string[]): Promise<Places['posts']> {
  const rows = await tx.query<{ code: string; path: string }>(
    'SELECT post.code, unit.path FROM resolver.post JOIN resolver.unit ON unit.code = post.unit_code WHERE post.code = ANY($1::text[])',
    [codes],
  );
  return new Map(rows.map(({ code, path }) => [code, path]));
}

async function postsOf(tx: Transaction, subjects: readonly string[]): Promise<Places['held']> {
  const rows = await tx.query<PlacedPost & { cadre_id: string }>(
    `SELECT cadre_id, path, from_day - DATE '2000-01-01' AS from, left_day - DATE '2000-01-01' AS left
       FROM resolver.post_history WHERE cadre_id = ANY($1::text[])`,
    [subjects],
  );
  return Map.groupBy(rows, ({ cadre_id: cadreId }) => cadreId);
}
