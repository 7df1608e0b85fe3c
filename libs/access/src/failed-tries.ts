/** Tries under one sign-in name that were not right, since the last that was; from a browser known for that name, its own alone. */
export interface FailedTries {
  readonly count: number;
  readonly lastAt: Date;
}

const FREE_TRIES = 10;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** A name that nobody tried for so long starts anew; names are kept no longer. */
export const FORGOTTEN_AFTER_SECONDS = 24 * 3600;

/** Seconds between the last failed try and the next one that is looked at. */
export function waitAfter(count: number): number {
  if (count < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (count - FREE_TRIES), LONGEST_WAIT_SECONDS);
}

/** Whole seconds until the next try is looked at; 0 when it may come now. No number of one's own tries shuts out for good. */
export function secondsToWait(tries: FailedTries | undefined, now: Date): number {
  if (!tries) return 0;
  return Math.max(0, Math.ceil(waitAfter(tries.count) - (now.getTime() - tries.lastAt.getTime()) / 1_000));
}
