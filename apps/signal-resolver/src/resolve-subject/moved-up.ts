import type { Transaction } from '#persistence/transaction';

/** Which of the subjects are cadres whom a higher level manages by now, though not when they became subjects. */
export async function movedUp(tx: Transaction, subjects: readonly string[]): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>('SELECT id FROM resolver.cadre WHERE id = ANY($1::text[]) AND managed_higher', [
    [...new Set(subjects)],
  ]);
  return new Set(rows.map(({ id }) => id));
}
