import { setTimeout as pause } from 'node:timers/promises';

export const LONGEST_WAIT_MS = 2_000;

/** What does not answer in time is not known, and the rest is told all the same. */
export async function inTime<T, F>(work: Promise<T>, otherwise: F): Promise<T | F> {
  const over = new AbortController();
  const late = pause(LONGEST_WAIT_MS, otherwise, { signal: over.signal }).catch(() => otherwise);
  return Promise.race([work.catch(() => otherwise), late]).finally(() => over.abort());
}
