import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats an expectation until it holds; after the time its own failure is thrown. */
export async function eventually(expectation: () => void | Promise<void>, withinMs = 20_000): Promise<void> {
  for (const until = Date.now() + withinMs; ; await sleep(10)) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
