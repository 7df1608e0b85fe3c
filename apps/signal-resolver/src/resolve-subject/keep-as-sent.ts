import type { Transaction } from '#persistence/transaction';
import type { SignalMessage } from './message';

/**
 * What officers ask about a signal beside its weight: its sender, the sender's number and the fields of its type. It travels on no
 * topic after the channel, and goes when the signal is taken back.
 */
export async function keepAsSent(tx: Transaction, assigned: readonly SignalMessage[], takenBack: readonly string[]): Promise<void> {
  if (assigned.length > 0) {
    await tx.query(
      `INSERT INTO resolver.signal_as_sent (event_id, agency, number, fields)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[])`,
      [
        assigned.map(({ record }) => record.eventId),
        assigned.map(({ record }) => record.agency),
        assigned.map(({ record }) => record.id),
        assigned.map(({ record }) => JSON.stringify(record.data['fields'] ?? {})),
      ],
    );
  }
  if (takenBack.length > 0) await tx.query('DELETE FROM resolver.signal_as_sent WHERE event_id = ANY($1::uuid[])', [takenBack]);
}
