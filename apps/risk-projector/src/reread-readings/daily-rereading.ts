import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence/database';
import { liveSlot } from '../reading-slots/reading-slot';
import { sweepPoints } from '../keep-points/sweep-points';
import { rereadReadings } from './reread-readings';

const LOOK_MS = 10_000;

/** Looks every few seconds whether a day has turned, or readings of earlier days have come in, and re-reads what is not of today; points too. */
@Injectable()
export class DailyRereading implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DailyRereading.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.reread().finally(() => (this.running = undefined));
    }, LOOK_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async reread(): Promise<void> {
    try {
      await rereadReadings(this.database, await liveSlot(this.database));
      await sweepPoints(this.database);
    } catch (error) {
      this.logger.warn(`readings are not yet of today: ${String(error)}`);
    }
  }
}
