import type { Database } from '#persistence/database';
import { pointsSchemesInForce } from '#persistence/points-schemes';
import type { Transaction } from '#persistence/transaction';
import { liveSlot } from '../reading-slots/reading-slot';
import { rereadPoints } from './read-points';

const PAGE = 200;
/** Of each kind: what is left waits for the next look, so that a process that is asked to stop can. */
const MOST_PAGES = 20;

/**
 * Brings the points of subjects to today: of those for whom something ended by itself, and of all under a scheme that went live. What
 * a scheme said that is live no more is forgotten; it can be read again from ledger and entries.
 * @returns how many subjects were read
 */
export async function sweepPoints(database: Database): Promise<number> {
  await database.transaction(forgetRetired);
  let read = 0;
  for (const page of [pageOfEnded, pageOfFilling]) {
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const count = await database.transaction(page);
      if (count === 0) break;
      read += count;
    }
  }
  return read;
}

async function forgetRetired(tx: Transaction): Promise<void> {
  const live = await pointsSchemesInForce(tx);
  const names = live.map(({ scheme }) => scheme.name);
  // By name, so that the many rows under live schemes are not looked through every few seconds.
  const retired = await tx.query<{ name: string }>(
    `SELECT DISTINCT name FROM projector.policy WHERE kind = 'points' AND state = 'retired' AND NOT name = ANY($1::text[])`,
    [names],
  );
  await tx.query('DELETE FROM projector.points WHERE scheme = ANY($1::text[])', [retired.map(({ name }) => name)]);
  await tx.query('DELETE FROM projector.points_filling WHERE NOT scheme = ANY($1::text[])', [names]);
  await tx.query(
    `INSERT INTO projector.points_filling AS kept (scheme, hash) SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (scheme) DO UPDATE SET hash = excluded.hash, after = '', done = false WHERE kept.hash <> excluded.hash`,
    [names, live.map(({ hash }) => hash)],
  );
}

async function pageOfEnded(tx: Transaction): Promise<number> {
  const ended = await tx.query<{ subject: string }>(
    `SELECT DISTINCT subject FROM projector.points JOIN projector.points_filling USING (scheme, hash)
      WHERE next_change <= console.today() ORDER BY subject LIMIT ${PAGE}`,
  );
  await reread(tx, ended);
  return ended.length;
}

/** One process fills a scheme at a time; where it ends, another goes on. */
async function pageOfFilling(tx: Transaction): Promise<number> {
  const [filling] = await tx.query<{ scheme: string; hash: string; after: string }>(
    'SELECT scheme, hash, after FROM projector.points_filling WHERE NOT done ORDER BY scheme LIMIT 1 FOR UPDATE SKIP LOCKED',
  );
  if (filling === undefined) return 0;
  const subjects = await tx.query<{ subject: string }>(
    `(SELECT DISTINCT subject FROM projector.ledger WHERE subject > $1 ORDER BY subject LIMIT ${PAGE})
     UNION (SELECT DISTINCT subject FROM projector.points_entry WHERE subject > $1 ORDER BY subject LIMIT ${PAGE})
     ORDER BY subject LIMIT ${PAGE}`,
    [filling.after],
  );
  await reread(tx, subjects);
  const done = subjects.length === 0;
  await tx.query('UPDATE projector.points_filling SET after = $2, done = $3 WHERE scheme = $1', [
    filling.scheme,
    subjects.at(-1)?.subject ?? filling.after,
    done,
  ]);
  if (done) await tx.query('DELETE FROM projector.points WHERE scheme = $1 AND hash <> $2', [filling.scheme, filling.hash]);
  return Math.max(subjects.length, 1);
}

async function reread(tx: Transaction, subjects: readonly { readonly subject: string }[]): Promise<void> {
  if (subjects.length === 0) return;
  const { policy } = await liveSlot(tx);
  const schemes = await pointsSchemesInForce(tx);
  await rereadPoints(
    tx,
    subjects.map(({ subject }) => subject),
    { schemes, policy },
  );
}
