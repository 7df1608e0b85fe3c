import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { LogGap, type PartitionBounds } from '#messaging/event-log';
import { MAX_BATCH_RECORDS, PartitionCursor, type Subscription } from '#messaging/partition-cursor';
import { Permits } from '#messaging/permits';
import { CHANNEL } from '#messaging/postgres/append-batch';
import { fetchBounds, fetchRecords, takeOver } from '#messaging/postgres/read-queries';
import { Signal } from '#messaging/signal';
import { within } from '#messaging/within';

const LOOK_AGAIN_MS = 1_000;
const QUERY_MS = 10_000;
const END_MS = 2_000;
/** Handlers wait for the database half of the time: two side by side use it well, more only make batches smaller. */
const PARTITIONS_AT_ONCE = 2;

/**
 * One connection. It holds the group's lock on each partition it owns, so that the server frees them the moment the connection
 * ends, and it looks at the topic when it is notified, and once a second in any case.
 */
export class ReadingSession {
  private readonly logger = new Logger(ReadingSession.name);
  private readonly client: Client;
  private readonly wake = new Signal();
  private readonly permits = new Permits(PARTITIONS_AT_ONCE);
  private turn: Promise<unknown> = Promise.resolve();
  private readonly bounds = new Map<number, PartitionBounds>();
  private readonly grown = new Map<number, Signal>();
  private lost: Error | undefined;
  private isOpen = true;

  /** `handling` has the batches that are in the handler's hands, of this session and of those before it. */
  constructor(
    url: string,
    private readonly subscription: Subscription,
    private readonly partitions: number,
    private readonly handling: Map<number, Promise<void>>,
  ) {
    const { topic, group } = subscription;
    this.client = new Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: QUERY_MS,
      query_timeout: QUERY_MS,
      application_name: `log reader ${group}`.slice(0, 63),
    });
    this.client.on('error', (error) => this.close(error));
    this.client.on('end', () => this.close(new Error('the connection ended')));
    this.client.on('notification', ({ payload }) => payload === topic && this.wake.give());
  }

  /** Ends with the signal; rejects when the connection is lost. */
  async serve(signal: AbortSignal, onLooked: () => void): Promise<void> {
    const stop = (): void => this.close();
    signal.addEventListener('abort', stop);
    try {
      await this.client.connect();
      await this.client.query(`LISTEN ${CHANNEL}`);
      while (this.isOpen) {
        const woken = this.wake.within(LOOK_AGAIN_MS);
        await this.look();
        onLooked();
        await woken;
      }
      if (this.lost) throw this.lost;
    } finally {
      signal.removeEventListener('abort', stop);
      this.close();
      if (signal.aborted) await within(QUERY_MS, Promise.all(this.handling.values()));
      await within(END_MS, this.client.end());
    }
  }

  /** The partitions share the connection; it takes one query at a time. */
  private async ask<T>(query: () => Promise<T>): Promise<T> {
    const answer = this.turn.then(query);
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private close(error?: Error): void {
    if (!this.isOpen) return;
    this.lost = error;
    this.isOpen = false;
    this.wake.give();
    for (const grown of this.grown.values()) grown.give();
  }

  /** Takes over partitions that nobody in the group holds, and wakes those that have grown. */
  private async look(): Promise<void> {
    const { topic, group } = this.subscription;
    const others = Array.from({ length: this.partitions }, (_, partition) => partition).filter((partition) => !this.grown.has(partition));
    const taken = others.length > 0 ? await this.ask(async () => takeOver(this.client, group, topic, others)) : [];
    for (const bounds of await this.ask(async () => fetchBounds(this.client, topic))) this.bounds.set(bounds.partition, bounds);
    for (const grown of this.grown.values()) grown.give();
    for (const partition of taken) {
      const grown = new Signal();
      this.grown.set(partition, grown);
      const former = this.handling.get(partition);
      this.handling.set(partition, this.follow(new PartitionCursor(this.subscription, partition), grown, former));
    }
  }

  /** Reads one partition until the session ends or the log has a gap; what fails is tried again from where the reader says. */
  private async follow(cursor: PartitionCursor, grown: Signal, former: Promise<void> = Promise.resolve()): Promise<void> {
    await former;
    while (this.isOpen) {
      try {
        await cursor.locate(async (partition) => this.freshBounds(partition));
        while (this.isOpen) await this.advance(cursor, grown);
      } catch (error) {
        if (error instanceof LogGap) {
          this.logger.error(error.message);
          this.subscription.onGap(error);
          return;
        }
        if (!this.isOpen) return;
        const pause = cursor.backoff.nextMs();
        this.logger.warn(`${cursor.toString()}: once more in ${pause} ms: ${String(error)}`);
        await this.pause(pause);
      }
    }
  }

  private async advance(cursor: PartitionCursor, grown: Signal): Promise<void> {
    const next = cursor.next ?? 0;
    const bounds = this.bounds.get(cursor.partition);
    if (!bounds || bounds.next <= next) {
      await grown.given();
      const after = this.bounds.get(cursor.partition);
      if (after && cursor.isOutside(after, next)) await cursor.locate(async (partition) => this.freshBounds(partition));
      return;
    }
    await this.permits.with(async () => this.hand(cursor, next));
  }

  /** Fetches only when its turn has come: what arrived while it waited comes in the same batch. */
  private async hand(cursor: PartitionCursor, from: number): Promise<void> {
    const records = await this.ask(async () =>
      fetchRecords(this.client, this.subscription.topic, { partition: cursor.partition, from, most: MAX_BATCH_RECORDS }),
    );
    const last = records.at(-1);
    const bounds = this.bounds.get(cursor.partition);
    if (last && bounds) {
      this.bounds.set(cursor.partition, { ...bounds, next: Math.max(bounds.next, last.offset + 1) });
      await cursor.handle(records, () => this.isOpen);
    } else await cursor.locate(async (partition) => this.freshBounds(partition));
  }

  private async freshBounds(partition: number): Promise<PartitionBounds> {
    const all = await this.ask(async () => fetchBounds(this.client, this.subscription.topic));
    const bounds = all.find((its) => its.partition === partition);
    if (!bounds) throw new Error(`${this.subscription.topic} has no partition ${partition}`);
    this.bounds.set(partition, bounds);
    return bounds;
  }

  /** Waits, but not beyond the end of the session. */
  private async pause(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    for (let left = milliseconds; left > 0 && this.isOpen; left = until - Date.now()) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(left, 100)));
    }
  }
}
