import type { Transaction } from '#persistence/transaction';

/** Which of the codes are units of the registry. */
export async function knownUnits(tx: Transaction, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  const rows = await tx.query<{ code: string }>('SELECT code FROM resolver.unit WHERE code = ANY($1::text[])', [[...new Set(codes)]]);
  return new Set(rows.map(({ code }) => code));
}
