import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { takeTurn } from '../resolve-subject/turn';

export interface OpenItem {
  readonly eventId: string;
  readonly source: string;
  readonly corrects: string | null;
  readonly sealed: Buffer;
}

interface ItemRow {
  readonly state: string;
  readonly source: string;
  readonly corrects: string | null;
  readonly sealed: Buffer | null;
}

/**
 * Takes an open item for the rest of the transaction; nobody else settles it meanwhile, and nothing new begins to wait for it.
 * @throws Problem 404 for an event that never lay in triage, 409 `already-settled` for one that does not any more
 */
export async function takeOpenItem(tx: Transaction, eventId: string): Promise<OpenItem> {
  await takeTurn(tx, true);
  const [row] = await tx.query<ItemRow>(
    `SELECT item.state, signal.source, item.corrects, item.sealed
       FROM resolver.triage item JOIN resolver.signal signal USING (event_id) WHERE event_id = $1`,
    [eventId],
  );
  if (!row) throw new Problem(404, 'triage-item-not-found', '没有找到该待核对事项。');
  if (row.state !== 'open' || row.sealed === null) throw new Problem(409, 'already-settled', '该事项已经处理,请刷新列表。');
  return { eventId, source: row.source, corrects: row.corrects, sealed: row.sealed };
}
