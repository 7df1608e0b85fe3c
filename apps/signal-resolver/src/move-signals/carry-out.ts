import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';
import { beginResolution } from '../resolve-subject/known-events';
import { storeResolution } from '../resolve-subject/store-resolution';
import { joiningsThatFollow } from './joinings-that-follow';
import { type KeptSignal, takeOut } from './take-out';

/** What was confirmed, by whom and when. */
export interface Confirmed {
  /** Null: nobody knows, and they stay in triage. */
  readonly to: string | null;
  readonly by: string;
  readonly today: string;
}

/**
 * Takes signals from the wrong subject and settles them where they belong, in one transaction: back to triage, and from there like
 * any item that a person settles.
 */
export async function carryOut(
  tx: Transaction,
  signals: readonly KeptSignal[],
  { to, by, today }: Confirmed,
  sealer: Sealer,
): Promise<void> {
  const ids = signals.map(({ id }) => id);
  const joined = to === null ? [] : await joiningsThatFollow(tx, { to, signals: ids, today });
  const taken = await takeOut(tx, signals, today, sealer);
  const messages = to === null ? [] : signals.map(({ message }) => message);
  const resolution = await beginResolution(tx, sealer, messages, { subjects: to === null ? [] : [to] });
  resolution.facts.push(...taken, ...joined);
  for (const message of messages) if (to !== null) resolution.settle(message, to, by, today);
  await storeResolution(tx, resolution, sealer);
}
