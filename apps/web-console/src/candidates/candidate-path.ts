import type { CandidateRow } from '../contracts';

type Named = Pick<CandidateRow, 'id' | 'cadreId'>;

/** The same address with this candidate open beside the list, or with none. */
export function withCandidate(search: URLSearchParams, candidate: Named | undefined): URLSearchParams {
  const question = new URLSearchParams(search);
  question.delete('open');
  question.delete('of');
  if (candidate !== undefined) {
    question.set('open', candidate.id);
    question.set('of', candidate.cadreId);
  }
  return question;
}

/** Where a candidate is open beside the whole list. */
export const candidatePath = (candidate: Named): string => `/candidates?${withCandidate(new URLSearchParams(), candidate).toString()}`;
