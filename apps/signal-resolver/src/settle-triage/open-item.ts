import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { itemNotFound } from './item-not-found';
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
  /** Null when its own source took it back. */
  readonly settled_by: string | null;
  readonly seconds: number | null;
}

/**
 * Takes an open item for the rest of the transaction; nobody else settles it meanwhile, and nothing new begins to wait for it.
 * @throws Problem 404 for an event that never lay in triage, 409 `already-settled` for one that does not any more
 */
export async function takeOpenItem(tx: Transaction, eventId: string): Promise<OpenItem> {
  await takeTurn(tx, true);
  const [row] = await tx.query<ItemRow>(
    `SELECT item.state, signal.source, item.corrects, item.sealed, item.settled_by,
            extract(epoch FROM clock_timestamp() - item.settled_at)::int AS seconds
       FROM resolver.triage item JOIN resolver.signal signal USING (event_id) WHERE event_id = $1`,
    [eventId],
  );
  if (!row) throw itemNotFound();
  if (row.state !== 'open' || row.sealed === null) throw new Problem(409, 'already-settled', settledBy(row));
  return { eventId, source: row.source, corrects: row.corrects, sealed: row.sealed };
}

const MINUTE = 60;
const HOUR = 3_600;

function settledBy({ settled_by: by, seconds }: ItemRow): string {
  if (by === null) return '该事项已由来源单位撤回或更正，请刷新列表。';
  return `该事项已由 ${by} 于${agoOf(seconds ?? 0)}处理，请刷新列表。`;
}

function agoOf(seconds: number): string {
  if (seconds < MINUTE) return ` ${Math.max(seconds, 1)} 秒前`;
  return seconds < HOUR ? ` ${Math.floor(seconds / MINUTE)} 分钟前` : '此前';
}
