import type { Transaction } from '#persistence/transaction';

/** Of a row of `resolver.cadre`, in the query that reads it. */
export const IS_MANAGED_HIGHER = 'EXISTS (SELECT FROM resolver.managed_higher higher WHERE higher.subject = cadre.id)';

/** Which of the subjects a higher level manages, whether the registry says so or the door's list (decision 0013). */
export async function managedHigher(tx: Transaction, subjects: readonly string[]): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await tx.query<{ subject: string }>('SELECT subject FROM resolver.managed_higher WHERE subject = ANY($1::text[])', [
    [...new Set(subjects)],
  ]);
  return new Set(rows.map(({ subject }) => subject));
}
