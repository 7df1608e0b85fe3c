import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { OverdueHints } from './overdue-hints';

const SWEEP_MS = 30_000;

/** What keeps the last days when the queue forgets or is away: looks at the rows every half minute. */
@Injectable()
export class OverdueSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OverdueSweep.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly inquiries: InquiryStore,
    private readonly hints: OverdueHints,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.begin(), SWEEP_MS);
    this.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Notes what is overdue by the database clock, and puts the jobs of the next 24 hours back into the queue. */
  async sweep(): Promise<void> {
    await this.inquiries.noteOverdue();
    await this.hints.schedule(await this.inquiries.dueSoon());
  }

  private begin(): void {
    this.running ??= this.sweep()
      .catch((error: unknown) => this.logger.warn(`a sweep failed, the next one follows: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }
}
