import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';
import type { Resolution } from './resolution';
import { sealMessage } from './sealed-message';

/**
 * What was decided about a signal is kept sealed as it came, like the signal itself, so that it can be told of another subject
 * (decision 0024); all of it goes when the source takes the signal, or the decision, back. After keepAsSent, which keeps the signals.
 */
export async function keepTold(tx: Transaction, { judged, takenBack }: Resolution, sealer: Sealer): Promise<void> {
  if (judged.length > 0) {
    await tx.query(
      `INSERT INTO resolver.told_message (event_id, signal, sealed)
       SELECT told.event_id, told.signal, told.sealed
         FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) WITH ORDINALITY AS told (event_id, signal, sealed, place)
        WHERE EXISTS (SELECT FROM resolver.told_message kept WHERE kept.event_id = told.signal)
        ORDER BY told.place`,
      [
        judged.map(({ record }) => record.eventId),
        judged.map(({ awaits }) => awaits),
        judged.map((message) => sealMessage(sealer, 'told', message)),
      ],
    );
  }
  if (takenBack.length === 0) return;
  await tx.query('DELETE FROM resolver.told_message WHERE event_id = ANY($1::uuid[]) OR signal = ANY($1::uuid[])', [takenBack]);
}
