import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence/database';
import { sweepPoints } from '../keep-points/sweep-points';
import { slotsThatAre } from '../reading-slots/reading-slot';
import { rereadReadings } from './reread-readings';

const LOOK_MS = 10_000;

/**
 * Looks every few seconds whether a day has turned, or readings of earlier days have come in, and re-reads what is not of today: in
 * the slot that may be live next, too; and points.
 */
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
      const slots = await slotsThatAre(this.database, ['live', 'ready', 'standby']);
      for (const slot of slots) await rereadReadings(this.database, slot);
      await sweepPoints(this.database);
    } catch (error) {
      this.logger.warn(`readings are not yet of today: ${String(error)}`);
    }
  }
}
