/** Wakes whoever waits for it; given while nobody waits, it is kept for the next one. */
export class Signal {
  private isGiven = false;
  private waiting: (() => void) | undefined;

  give(): void {
    this.isGiven = true;
    this.waiting?.();
  }

  async given(): Promise<void> {
    await this.within(undefined);
  }

  /** Resolves when the signal is given, or after the time. */
  async within(milliseconds: number | undefined): Promise<void> {
    if (!this.isGiven) {
      await new Promise<void>((resolve) => {
        const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
        this.waiting = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.waiting = undefined;
    this.isGiven = false;
  }
}
