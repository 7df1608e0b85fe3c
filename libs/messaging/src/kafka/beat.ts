const BEAT_MS = 1_000;

/** Heartbeats go on while a handler works, so that a slow database does not cost the membership. */
export class Beat {
  isWell = true;
  private readonly timer: NodeJS.Timeout;

  constructor(heartbeat: () => Promise<void>) {
    this.timer = setInterval(() => {
      heartbeat().catch(() => (this.isWell = false));
    }, BEAT_MS);
  }

  /** The consumer's own next heartbeat learns of a rebalance; the batch only has to end. */
  stop(): void {
    clearInterval(this.timer);
  }
}
