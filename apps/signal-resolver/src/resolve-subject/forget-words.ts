import type { Transaction } from '#persistence/transaction';
import type { Resolution } from './resolution';

/**
 * What takes no effect, or none any longer, leaves no words behind either: those that the door keeps under seal are destroyed
 * (decision 0017).
 */
export async function forgetWords(tx: Transaction, { settledEvents, takenBack }: Resolution): Promise<void> {
  const refused = settledEvents.filter(({ state }) => state === 'refused').map(({ eventId }) => eventId);
  const gone = [...refused, ...takenBack];
  if (gone.length > 0) await tx.query('SELECT gateway.forget_words($1::uuid[])', [gone]);
}
