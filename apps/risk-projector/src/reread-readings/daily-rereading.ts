import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { rereadReadings } from './reread-readings';

const LOOK_MS = 10_000;

/** Looks every few seconds whether a day has turned, or readings of earlier days have come in, and re-reads what is not of today. */
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
      await rereadReadings(this.database, SHIPPED_POLICY);
    } catch (error) {
      this.logger.warn(`readings are not yet of today: ${String(error)}`);
    }
  }
}
