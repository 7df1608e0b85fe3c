import { currentPrincipal } from '../people/current-principal';
import type { Why } from '../purpose/why-memory';
import { ApiProblem } from './api-problem';

const ROOT = '/api/v1';
const LONGEST_WAIT = 15_000;
const NOTHING_TO_TELL = 204;

export type Question = Readonly<Record<string, string | number | undefined>>;

/** A path with what was asked; what is undefined or empty is left out. */
export function pathWith(path: string, question: Question): string {
  const asked = Object.entries(question).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
}

export const read = <Answer>(path: string, question: Question = {}): Promise<Answer> => call<Answer>('GET', pathWith(path, question));

/** Reads about one person: says what for. */
export const readFor = <Answer>(why: Why, path: string, question: Question = {}): Promise<Answer> =>
  call<Answer>('GET', pathWith(path, question), undefined, headersOf(why));
export const send = <Answer>(path: string, body: unknown): Promise<Answer> => call<Answer>('POST', path, body);
export const change = <Answer>(path: string, body: unknown): Promise<Answer> => call<Answer>('PUT', path, body);
export const remove = (path: string): Promise<void> => call<void>('DELETE', path);

function headersOf({ purpose, task, reason }: Why): Readonly<Record<string, string>> {
  return {
    'Liuqu-Purpose': purpose,
    ...(task === undefined ? {} : { 'Liuqu-Task': task }),
    ...(reason === undefined ? {} : { 'Liuqu-Reason': encodeURIComponent(reason) }),
  };
}

/** @throws ApiProblem, and nothing else */
async function call<Answer>(method: string, path: string, body?: unknown, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), LONGEST_WAIT);
  try {
    const response = await fetch(ROOT + path, {
      method,
      signal: stop.signal,
      headers: {
        Accept: 'application/json',
        'Liuqu-Demo-Principal': currentPrincipal(),
        ...more,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await ApiProblem.of(response);
    return (response.status === NOTHING_TO_TELL ? undefined : await response.json()) as Answer;
  } catch (error) {
    throw error instanceof ApiProblem ? error : ApiProblem.withoutAnswer(stop.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}
