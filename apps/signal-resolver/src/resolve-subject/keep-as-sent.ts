import { matterOf } from '#domain/risk/independence-group';
import type { Transaction } from '#persistence/transaction';
import type { AssignedSignal } from './resolution';

/**
 * What officers ask about a signal beside its weight: its sender, the sender's number, its matter and the fields of its type, of
 * which a message has no withheld words any more. It travels on no topic after the channel, and goes when the signal is taken back.
 */
export async function keepAsSent(tx: Transaction, assigned: readonly AssignedSignal[], takenBack: readonly string[]): Promise<void> {
  if (assigned.length > 0) {
    await tx.query(
      `INSERT INTO resolver.signal_as_sent (event_id, subject, agency, number, fields, matter)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[])`,
      [
        assigned.map(({ message: { record } }) => record.eventId),
        assigned.map(({ subject }) => subject),
        assigned.map(({ message: { record } }) => record.agency),
        assigned.map(({ message: { record } }) => record.id),
        assigned.map(({ message: { record } }) => JSON.stringify(record.data['fields'] ?? {})),
        assigned.map(({ message: { record, sent } }) => matterOf(record.agency, sent.matter, record.eventId)),
      ],
    );
  }
  if (takenBack.length > 0) await tx.query('DELETE FROM resolver.signal_as_sent WHERE event_id = ANY($1::uuid[])', [takenBack]);
}
