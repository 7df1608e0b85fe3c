/** Writes one after another, each while its caller already makes what the next one writes. */
export class WriteBehind {
  private last: Promise<void> = Promise.resolve();

  /** Begins a write when the one before has ended. @throws what that one threw; nothing is begun then */
  async next(write: () => Promise<void>): Promise<void> {
    await this.last;
    this.last = write();
    // Told when it is waited for.
    this.last.catch(() => undefined);
  }

  /** Resolves when nothing is being written any more. @throws what the last write threw */
  async end(): Promise<void> {
    await this.last;
  }
}
