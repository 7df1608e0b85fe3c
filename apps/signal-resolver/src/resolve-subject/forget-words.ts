import type { Transaction } from '#persistence/transaction';
import type { Resolution } from './resolution';

/**
 * What takes no effect, or none any longer, leaves no words behind either, nor does what was said about it: those that the door
 * keeps under seal are destroyed (decision 0017). After keepAsSent, which forgets what is taken back.
 */
export async function forgetWords(tx: Transaction, { settledEvents, takenBack, facts }: Resolution): Promise<void> {
  const refused = settledEvents.filter(({ state }) => state === 'refused').map(({ eventId }) => eventId);
  const changes = facts.flatMap((fact) => (fact.kind === 'change' ? [fact] : []));
  const gone = [...refused, ...takenBack, ...(await ofWhatIsGone(tx, changes))];
  if (gone.length > 0) await tx.query('SELECT gateway.forget_words($1::uuid[])', [gone]);
}

/** Those of these changes whose signal was taken back before they came. */
async function ofWhatIsGone(
  tx: Transaction,
  changes: readonly { readonly eventId: string; readonly target: string }[],
): Promise<readonly string[]> {
  if (changes.length === 0) return [];
  const late = await tx.query<{ event_id: string }>(
    `SELECT event_id FROM unnest($1::uuid[], $2::uuid[]) AS change (event_id, target)
      WHERE NOT EXISTS (SELECT FROM resolver.signal_as_sent sent WHERE sent.event_id = change.target)`,
    [changes.map(({ eventId }) => eventId), changes.map(({ target }) => target)],
  );
  return late.map(({ event_id: eventId }) => eventId);
}
