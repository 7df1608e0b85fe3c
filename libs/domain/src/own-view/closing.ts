import type { Day } from '#domain/calendar/day';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

/** A candidate as far as it matters whether work on it goes on. */
export interface Worked {
  readonly state: string;
  /** The day of the decision; undefined while there is none. */
  readonly decidedOn: Day | undefined;
}

const ENDED: readonly string[] = ['dismissed', 'withdrawn'];

/**
 * Whether no work on a person goes on: each candidate was dismissed or withdrawn, or, once taken under a clue number, the discipline
 * organ has told since that a clue about this person was closed (予以了结).
 * @see design risk-model 11 "after closing"; domain inquiry 1.1: art. 21
 */
export function isAllClosed(candidates: readonly Worked[], entries: readonly LedgerEntry[], policy: Policy): boolean {
  const closings = closingsOf(entries, policy);
  return candidates.every(({ state, decidedOn }) => {
    if (ENDED.includes(state)) return true;
    return state === 'taken' && decidedOn !== undefined && closings.some((day) => day >= decidedOn);
  });
}

/** When it was told that a clue was closed. */
function closingsOf(entries: readonly LedgerEntry[], policy: Policy): readonly Day[] {
  const book = new LedgerBook(entries, policy);
  return entries.flatMap((entry) => {
    if (entry.kind !== 'signal' || entry.code !== 'org-clue-disposed' || entry.fields?.['disposition'] !== '予以了结') return [];
    return book.judgementOf(entry).status === 'verified' ? [entry.releasedOn] : [];
  });
}
