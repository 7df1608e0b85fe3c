import type { RiskFact } from '#contracts/risk/risk-facts';
import type { Transaction } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import type { Sealer } from '#vault/sealer';
import { laterDay, movedFact } from '../resolve-subject/facts';
import type { SignalMessage } from '../resolve-subject/message';
import { openMessage } from '../resolve-subject/sealed-message';
import { keepWaiting, openItems } from '../resolve-subject/store-resolution';
import type { ToldSignal } from './taken-signals';

/** A signal of which what its sender said is kept. */
export type KeptSignal = ToldSignal & { readonly message: SignalMessage; readonly subject: string };

/**
 * Takes signals from their subject, back into triage: what was decided about them waits for them as if they had never been matched.
 * @returns what the reading of the wrong subject is told
 */
export async function takeOut(
  tx: Transaction,
  signals: readonly KeptSignal[],
  today: string,
  sealer: Sealer,
): Promise<readonly RiskFact[]> {
  const ids = signals.map(({ id }) => id);
  await waitAgain(tx, ids, sealer);
  await tx.query('DELETE FROM resolver.signal_as_sent WHERE event_id = ANY($1::uuid[])', [ids]);
  await tx.query(
    `UPDATE resolver.signal SET state = 'triage', subject = NULL, evidence = NULL, assignment = assignment + 1 WHERE event_id = ANY($1::uuid[])`,
    [ids],
  );
  await openItems(
    tx,
    signals.map(({ message }) => ({ message, corrects: null, candidates: [] })),
    sealer,
  );
  return signals.map(({ id, subject, assignment, message }) => {
    const release = { subject, releasedOn: laterDay(message.record.receivedOn, today) };
    return movedFact(uuidOf('moved', id, String(assignment)), { target: id, assignment }, release);
  });
}

/** In the order in which it was told. */
async function waitAgain(tx: Transaction, ids: readonly string[], sealer: Sealer): Promise<void> {
  const rows = await tx.query<{ event_id: string; sealed: Buffer }>(
    'SELECT event_id, sealed FROM resolver.told_message WHERE signal = ANY($1::uuid[]) AND event_id <> signal ORDER BY place',
    [ids],
  );
  await tx.query('DELETE FROM resolver.told_message WHERE signal = ANY($1::uuid[])', [ids]);
  const decided = rows.map(({ event_id: id, sealed }) => openMessage(sealer, 'told', id, sealed));
  if (decided.length === 0) return;
  await tx.query('DELETE FROM resolver.signal WHERE event_id = ANY($1::uuid[])', [decided.map(({ record }) => record.eventId)]);
  await keepWaiting(tx, decided, sealer);
}
