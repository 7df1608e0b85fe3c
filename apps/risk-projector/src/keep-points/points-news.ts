import { mayCarryPoints } from '#domain/points/carrying-codes';
import type { LedgerEntry } from '#domain/risk/ledger-entry';

/** Whether an entry may change what a subject has under some scheme: what may carry points, and what decides on, takes back or links. */
export function movesPoints(entry: LedgerEntry): boolean {
  switch (entry.kind) {
    case 'signal':
      return entry.code !== undefined && mayCarryPoints(entry.code);
    case 'change':
    case 'withdrawal':
    case 'link':
      return true;
    case 'mitigation':
    case 'campaign':
    case 'post-held':
    case 'post-left':
      return false;
  }
}
