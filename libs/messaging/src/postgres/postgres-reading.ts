import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { LogUnavailable, type Reading } from '#messaging/event-log';
import type { Subscription } from '#messaging/partition-cursor';
import { ReadingSession } from '#messaging/postgres/reading-session';
import { within } from '#messaging/within';

const FIRST_SESSION_MS = 15_000;
const STOP_MS = 30_000;
const PAUSE_MS = 500;

/** One group's reading of one topic over one connection at a time; a lost connection is replaced. */
export class PostgresReading implements Reading {
  private readonly logger = new Logger(PostgresReading.name);
  private readonly stopping = new AbortController();
  private readonly handling = new Map<number, Promise<void>>();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly subscription: Subscription,
    private readonly partitions: number,
  ) {}

  /** Resolves when the first session has looked at the topic. */
  async start(): Promise<void> {
    let isReading = false;
    const looked = new Promise<void>((resolve) => {
      this.running = this.run(() => {
        isReading = true;
        resolve();
      });
    });
    await within(FIRST_SESSION_MS, looked);
    if (isReading) return;
    await this.stop();
    throw new LogUnavailable(`${this.subscription.group} cannot read ${this.subscription.topic}`);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await within(STOP_MS, this.running);
    await within(STOP_MS, Promise.all(this.handling.values()));
  }

  private async run(onLooked: () => void): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await new ReadingSession(this.url, this.subscription, this.partitions, this.handling).serve(signal, onLooked);
      } catch (error) {
        this.logger.warn(`${this.subscription.group} on ${this.subscription.topic} connects again: ${String(error)}`);
      }
      if (!signal.aborted) await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
