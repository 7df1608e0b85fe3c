/** The same address with this user open beside the list, or none, and nobody being added. */
export function withUser(search: URLSearchParams, id: string | undefined): URLSearchParams {
  const question = new URLSearchParams(search);
  question.delete('open');
  question.delete('add');
  if (id !== undefined) question.set('open', id);
  return question;
}

/** The same address with the form for a new user open beside the list. */
export function withNewUser(search: URLSearchParams): URLSearchParams {
  const question = withUser(search, undefined);
  question.set('add', '');
  return question;
}
