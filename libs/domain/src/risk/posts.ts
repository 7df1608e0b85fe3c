import { byId } from '#domain/risk/integers';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { SubjectState } from '#domain/risk/subject-state';

/**
 * Post history after an entry: posts taken and left are added, one that its source takes back is removed.
 * @param withdrawn the entry itself has already been taken back: then it adds nothing
 */
export function withPosts(state: SubjectState, entry: LedgerEntry, withdrawn = false): SubjectState {
  switch (entry.kind) {
    case 'post-held': {
      if (withdrawn) return state;
      const { id, post, factors, from } = entry;
      return { ...state, held: [...state.held, { id, post, factors, from }].toSorted(byId) };
    }
    case 'post-left': {
      if (withdrawn) return state;
      const { id, post, on } = entry;
      return { ...state, left: [...state.left, { id, post, on }].toSorted(byId) };
    }
    case 'withdrawal':
      return { ...state, held: without(state.held, entry.target), left: without(state.left, entry.target) };
    case 'signal':
    case 'change':
    case 'mitigation':
    case 'link':
    case 'campaign':
      return state;
  }
}

function without<T extends { readonly id: string }>(rows: readonly T[], id: string): readonly T[] {
  return rows.some((row) => row.id === id) ? rows.filter((row) => row.id !== id) : rows;
}
