import { Injectable, Logger } from '@nestjs/common';
import { AlertQueries } from '../list-alerts/alert-queries';

const LOOK_AGAIN_MS = 300;

interface Sleeper {
  readonly seq: number;
  readonly wake: (latest: number | undefined) => void;
}

/** Looks for new alerts for all readers together, and only while somebody waits for one. */
@Injectable()
export class AlertPulse {
  private readonly logger = new Logger(AlertPulse.name);
  private readonly sleepers = new Set<Sleeper>();
  private looking: NodeJS.Timeout | undefined;

  constructor(private readonly alerts: AlertQueries) {}

  /**
   * Resolves soon after an alert beyond `seq` is committed, with the place of the newest; with nothing after `patienceMs`, or when the
   * signal ends the wait.
   */
  async newsAfter(seq: number, patienceMs: number, signal: AbortSignal): Promise<number | undefined> {
    if (signal.aborted) return undefined;
    return new Promise<number | undefined>((resolve) => {
      const wake = (latest: number | undefined): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        this.sleepers.delete(sleeper);
        resolve(latest);
      };
      const giveUp = (): void => wake(undefined);
      const timer = setTimeout(giveUp, patienceMs);
      const sleeper: Sleeper = { seq, wake };
      signal.addEventListener('abort', giveUp, { once: true });
      this.sleepers.add(sleeper);
      this.lookLater();
    });
  }

  private lookLater(): void {
    this.looking ??= setTimeout(() => void this.look(), LOOK_AGAIN_MS);
  }

  private async look(): Promise<void> {
    try {
      if (this.sleepers.size > 0) this.wakeBefore(await this.alerts.latest());
    } catch (error) {
      this.logger.warn(`new alerts cannot be seen now: ${String(error)}`);
    }
    this.looking = undefined;
    if (this.sleepers.size > 0) this.lookLater();
  }

  private wakeBefore(latest: number): void {
    for (const sleeper of this.sleepers) if (sleeper.seq < latest) sleeper.wake(latest);
  }
}
