import { setImmediate as others } from 'node:timers/promises';
import { addTested, type Backtest, type Compared, NO_BACKTEST } from '#domain/backtest/backtest';
import type { Database } from '#persistence/database';
import { testedAfter } from './tested-subjects';

const PAGE = 100;

/** What a run says while it goes on, and by which it is stopped. */
export interface Run {
  /** Subjects tested so far. */
  readonly onProgress: (done: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Tests all subjects, page by page; the process answers others in between.
 * @throws the reason of the signal when it is stopped
 */
export async function runBacktest(database: Database, compared: Compared, { onProgress, signal }: Run): Promise<Backtest> {
  let sum = NO_BACKTEST;
  let after = '';
  for (;;) {
    const page = await testedAfter(database, { after, size: PAGE }, compared.before);
    const last = page.at(-1);
    if (last === undefined) return sum;
    for (const tested of page) {
      signal.throwIfAborted();
      sum = addTested(sum, tested, compared);
      await others();
    }
    after = last.subject;
    await onProgress(sum.subjects);
  }
}
