import type { PlacedSignal } from '#domain/move/move';
import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';
import type { SignalMessage } from '../resolve-subject/message';
import { openMessage } from '../resolve-subject/sealed-message';

/** A signal that is told of somebody, with what its sender said. */
export interface ToldSignal extends PlacedSignal {
  /** Which time it was given to a subject. */
  readonly assignment: number;
  /** Undefined where nothing is kept of it. */
  readonly message: SignalMessage | undefined;
}

/** Signals in their order, as far as they are known and are signals. */
export async function toldSignals(tx: Transaction, ids: readonly string[], sealer: Sealer): Promise<readonly ToldSignal[]> {
  const rows = await tx.query<{ event_id: string; subject: string | null; assignment: number; sealed: Buffer | null }>(
    `SELECT signal.event_id, signal.subject, signal.assignment, told.sealed
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (event_id, place)
       JOIN resolver.signal USING (event_id)
       LEFT JOIN resolver.told_message told ON told.event_id = signal.event_id AND told.signal = signal.event_id
      WHERE signal.state = 'resolved' ORDER BY asked.place`,
    [ids],
  );
  return rows.map(({ event_id: id, subject, assignment, sealed }) => {
    const message = sealed === null ? undefined : openMessage(sealer, 'told', id, sealed);
    const signal = message?.kind === 'signal' ? message : undefined;
    return { id, subject, assignment, kept: signal !== undefined, message: signal };
  });
}
