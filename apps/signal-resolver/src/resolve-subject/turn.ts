import type { Transaction } from '#persistence/transaction';
import type { Message } from './message';

const ORDER = 'signal-resolver order of events';

/**
 * Until the transaction ends nobody finds an event missing while another stores it: a change would wait for ever for a signal
 * that came at the same moment. Who may have to wait for something, or corrects something, works alone; the others work side by side.
 */
export async function takeTurn(tx: Transaction, alone: boolean): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock${alone ? '' : '_shared'}(hashtextextended($1, 0))`, [ORDER]);
}

/**
 * Whether one of the messages is a correction, so that two corrections of one event find each other; or is about an event that is
 * neither among them nor settled for good.
 */
export async function needsAlone(tx: Transaction, messages: readonly Message[]): Promise<boolean> {
  if (messages.some(({ kind, awaits }) => kind === 'signal' && awaits !== undefined)) return true;
  const here = new Set(messages.map(({ record }) => record.eventId));
  const awaited = new Set(messages.flatMap(({ awaits }) => (awaits === undefined || here.has(awaits) ? [] : awaits)));
  if (awaited.size === 0) return false;
  const [row] = await tx.query<{ settled: number }>(
    `SELECT count(*)::int AS settled FROM resolver.signal WHERE event_id = ANY($1::uuid[]) AND state <> 'triage'`,
    [[...awaited]],
  );
  return row?.settled !== awaited.size;
}
