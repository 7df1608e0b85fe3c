import { matterOf } from '#domain/risk/independence-group';
import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';
import type { Resolution } from './resolution';
import { sealMessage } from './sealed-message';

/**
 * What officers ask about a signal beside its weight: its sender, the sender's number, its matter and the fields of its type, of
 * which a message has no withheld words any more. It travels on no topic after the channel, and goes when the signal is taken back.
 * Beside it the message itself, sealed, so that the signal can be told of another subject (decision 0024).
 */
export async function keepAsSent(tx: Transaction, { assigned, takenBack }: Resolution, sealer: Sealer): Promise<void> {
  if (assigned.length > 0) {
    await tx.query(
      `WITH given AS (
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::bytea[])
                  AS given (event_id, subject, agency, number, fields, matter, sealed)
       ), sent AS (
         INSERT INTO resolver.signal_as_sent (event_id, subject, agency, number, fields, matter)
         SELECT event_id, subject, agency, number, fields, matter FROM given)
       INSERT INTO resolver.told_message (event_id, signal, sealed) SELECT event_id, event_id, sealed FROM given`,
      [
        assigned.map(({ message: { record } }) => record.eventId),
        assigned.map(({ subject }) => subject),
        assigned.map(({ message: { record } }) => record.agency),
        assigned.map(({ message: { record } }) => record.id),
        assigned.map(({ message: { record } }) => JSON.stringify(record.data['fields'] ?? {})),
        assigned.map(({ message: { record, sent } }) => matterOf(record.agency, sent.matter, record.eventId)),
        assigned.map(({ message }) => sealMessage(sealer, 'told', message)),
      ],
    );
  }
  if (takenBack.length > 0) await tx.query('DELETE FROM resolver.signal_as_sent WHERE event_id = ANY($1::uuid[])', [takenBack]);
}
