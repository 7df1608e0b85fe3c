/** The same address with this candidate open beside the list, or with none. */
export function withCandidate(search: URLSearchParams, id: string | undefined): URLSearchParams {
  const question = new URLSearchParams(search);
  question.delete('open');
  if (id !== undefined) question.set('open', id);
  return question;
}

/** Where a candidate is open beside the whole list. */
export const candidatePath = (id: string): string => `/candidates?${withCandidate(new URLSearchParams(), id).toString()}`;
