const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** How long to wait before trying again: doubles with each failure in a row. */
export class Backoff {
  private failures = 0;

  nextMs(): number {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.failures, LONGEST_PAUSE_MS);
    this.failures += 1;
    return pause;
  }

  /** After a success the next failure begins with the shortest pause again. */
  reset(): void {
    this.failures = 0;
  }
}
