import type { Transaction } from '#persistence/transaction';
import type { Message } from './message';

/** What the inbox tells of an event: nothing of it is a text that its sender wrote freely, but the sender's own number. */
interface Envelope {
  readonly occurredOn: string | null;
  readonly severity: number | null;
  readonly verification: string | null;
}

const NOTHING: Envelope = { occurredOn: null, severity: null, verification: null };

function envelopeOf(message: Message): Envelope {
  if (message.kind !== 'signal') return NOTHING;
  const { occurredOn, periodTo, severity, verification } = message.sent;
  return { occurredOn: occurredOn ?? periodTo ?? null, severity: severity ?? null, verification };
}

/**
 * Keeps one row of each event that came now.
 * @param turnedAway of those nothing is kept but what it takes to find them at their sender (domain: inquiry 1.5, T2x)
 */
export async function keepEnvelopes(tx: Transaction, arrived: readonly Message[], turnedAway: readonly Message[]): Promise<void> {
  if (arrived.length === 0) return;
  const records = arrived.map(({ record }) => record);
  const envelopes = arrived.map((message) => (turnedAway.includes(message) ? NOTHING : envelopeOf(message)));
  await tx.query(
    `INSERT INTO resolver.envelope (event_id, type, channel, agency, source, number, received_on, occurred_on, severity, verification)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[], $9::smallint[],
                          $10::text[])
     ON CONFLICT (event_id) DO NOTHING`,
    [
      records.map(({ eventId }) => eventId),
      records.map(({ type }) => type),
      records.map(({ channel }) => channel),
      records.map(({ agency }) => agency),
      records.map(({ source }) => source),
      records.map(({ id }) => id),
      records.map(({ receivedOn }) => receivedOn),
      envelopes.map(({ occurredOn }) => occurredOn),
      envelopes.map(({ severity }) => severity),
      envelopes.map(({ verification }) => verification),
    ],
  );
}

/** An item that turned out to be about somebody managed higher keeps no more than one that was known to be so at once. */
export async function emptyEnvelope(tx: Transaction, eventId: string): Promise<void> {
  await tx.query('UPDATE resolver.envelope SET occurred_on = NULL, severity = NULL, verification = NULL WHERE event_id = $1', [eventId]);
}
