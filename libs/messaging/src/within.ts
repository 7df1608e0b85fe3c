import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for the work to end, well or badly, but not longer than `milliseconds`: closing must not hang on a peer that is gone. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  const ended = work.catch(() => undefined);
  await Promise.race([ended, sleep(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined)]);
  timer.abort();
}
