import type { CandidateRow } from '../contracts';

/** Where a candidate is open beside the list. */
export const candidatePath = ({ id, cadreId }: Pick<CandidateRow, 'id' | 'cadreId'>): string =>
  `/candidates?${new URLSearchParams({ open: id, of: cadreId }).toString()}`;
