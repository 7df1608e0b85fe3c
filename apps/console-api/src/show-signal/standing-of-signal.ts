import type { SignalFile } from '#contracts/console/signals';
import type { Day } from '#domain/calendar/day';
import { type EventPart, explain } from '#domain/risk/explain';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

type Standing = NonNullable<SignalFile['standing']>;

/** What an event does in the reading of its subject on a day, from the whole ledger of that subject as the policy reads it. */
export function standingOfSignal(entries: readonly LedgerEntry[], eventId: string, day: Day, policy: Policy): Standing {
  const book = new LedgerBook(entries, policy);
  const entry = entries.filter(({ id }) => id === eventId).find((each) => !book.isMoved(each));
  if (!entry) return { effect: 'on-its-way', part: 0, status: null };
  if (book.isWithdrawn(eventId)) return { effect: 'taken-back', part: 0, status: null };
  const { part = 0, status = null } = partOf(entries, eventId, day, policy) ?? {};
  return { effect: entry.kind === 'signal' && entry.s === 0 ? 'no-effect' : 'counted', part, status };
}

function partOf(entries: readonly LedgerEntry[], eventId: string, day: Day, policy: Policy): EventPart | undefined {
  const { channels } = explain(entries, day, policy);
  return channels
    .flatMap(({ matters }) => matters)
    .flatMap(({ events }) => events)
    .find(({ id }) => id === eventId);
}
