import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { LogGap, type PartitionBounds } from '#messaging/event-log';
import { Beat } from '#messaging/kafka/beat';
import { fromMessage } from '#messaging/kafka/kafka-record';
import { PartitionCursor, type Subscription } from '#messaging/partition-cursor';

/**
 * The partitions that the group gave to one consumer. Each is paused until the reader has said where it begins, and again after
 * a failure; what Kafka remembers as the group's offset is never used.
 */
export class Assignment {
  private readonly logger = new Logger(Assignment.name);
  private cursors = new Map<number, PartitionCursor>();
  private readonly handling = new Map<number, Promise<void>>();
  private readonly ended = new AbortController();
  /** Where a partition stood whose next record waits, and since when. */
  private readonly standing = new WeakMap<PartitionCursor, { readonly at: number; readonly since: number }>();

  constructor(
    private readonly consumer: Consumer,
    private readonly subscription: Subscription,
    private readonly bounds: () => Promise<readonly PartitionBounds[]>,
    private readonly former: Promise<void> = Promise.resolve(),
  ) {}

  /** Called for each generation of the group, and with nothing when the consumer has left it; what was assigned before is forgotten. */
  begin(partitions: readonly number[]): void {
    if (this.ended.signal.aborted) return;
    this.cursors = new Map(partitions.map((partition) => [partition, new PartitionCursor(this.subscription, partition)]));
    for (const cursor of this.cursors.values()) {
      this.pause(cursor);
      void this.place(cursor);
    }
  }

  end(): void {
    this.begin([]);
    this.ended.abort();
  }

  /** Resolves when no batch is in the handler's hands any more. */
  async idle(): Promise<void> {
    await this.former;
    await Promise.all(this.handling.values());
  }

  async take(payload: EachBatchPayload): Promise<void> {
    const cursor = this.cursors.get(payload.batch.partition);
    if (cursor?.next === undefined) return;
    const beat = new Beat(async () => payload.heartbeat());
    const work = this.deliver(cursor, payload, () => this.isCurrent(cursor) && payload.isRunning() && !payload.isStale() && beat.isWell);
    this.handling.set(cursor.partition, work);
    await work;
    if (this.handling.get(cursor.partition) === work) this.handling.delete(cursor.partition);
    beat.stop();
  }

  /**
   * Sends back to its place a partition that lost its next records, or all of its end: it answers no fetch in a way that could be
   * noticed. Resolves with the partitions whose next record has waited for `patienceMs` while no handler was at work.
   */
  async look(patienceMs: number): Promise<readonly number[]> {
    const before = [...this.cursors.values()].flatMap((cursor) => (cursor.next === undefined ? [] : [{ cursor, next: cursor.next }]));
    if (before.length === 0) return [];
    const bounds = new Map((await this.bounds()).map((its) => [its.partition, its]));
    const standing: number[] = [];
    for (const { cursor, next } of before) {
      const its = bounds.get(cursor.partition);
      if (!its || !this.isCurrent(cursor)) continue;
      if (cursor.isOutside(its, next)) this.placeAgain(cursor);
      else if (this.waitsLonger(cursor, its.next, patienceMs)) standing.push(cursor.partition);
    }
    return standing;
  }

  private waitsLonger(cursor: PartitionCursor, end: number, patienceMs: number): boolean {
    const at = cursor.next;
    const was = this.standing.get(cursor);
    if (at === undefined || at >= end || this.handling.size > 0) this.standing.delete(cursor);
    else if (was?.at !== at) this.standing.set(cursor, { at, since: Date.now() });
    else return Date.now() - was.since >= patienceMs;
    return false;
  }

  private async deliver(cursor: PartitionCursor, payload: EachBatchPayload, goOn: () => boolean): Promise<void> {
    const { batch } = payload;
    try {
      await cursor.handle(batch.messages.map(fromMessage), goOn);
      if (!this.isCurrent(cursor)) return;
      const reached = cursor.next ?? 0;
      if (reached > Number(batch.firstOffset())) payload.resolveOffset(String(reached - 1));
      // Everything lay before the cursor: the client has been sent back to the beginning because the log does not have what it asked for.
      if (reached > Number(batch.lastOffset()) + 1) this.placeAgain(cursor);
    } catch (error) {
      this.fail(cursor, error);
    }
  }

  private isCurrent(cursor: PartitionCursor): boolean {
    return this.cursors.get(cursor.partition) === cursor;
  }

  private placeAgain(cursor: PartitionCursor): void {
    this.pause(cursor);
    void this.place(cursor);
  }

  /** Finds out where the partition begins, and lets it flow from there. */
  private async place(cursor: PartitionCursor): Promise<void> {
    await this.former;
    await this.handling.get(cursor.partition);
    try {
      const next = await cursor.locate(async (partition) => this.boundsOf(partition));
      if (!this.isCurrent(cursor)) return;
      const { topic } = this.subscription;
      this.consumer.seek({ topic, partition: cursor.partition, offset: String(next) });
      this.consumer.resume([{ topic, partitions: [cursor.partition] }]);
    } catch (error) {
      this.fail(cursor, error);
    }
  }

  /** A gap stops the partition; anything else is tried again from where the reader says, after a pause. */
  private fail(cursor: PartitionCursor, error: unknown): void {
    if (!this.isCurrent(cursor)) return;
    this.pause(cursor);
    if (error instanceof LogGap) {
      this.logger.error(error.message);
      this.subscription.onGap(error);
      return;
    }
    const pause = cursor.backoff.nextMs();
    this.logger.warn(`${cursor.toString()}: once more in ${pause} ms: ${String(error)}`);
    void sleep(pause, undefined, { signal: this.ended.signal }).then(
      async () => (this.isCurrent(cursor) ? this.place(cursor) : undefined),
      () => undefined,
    );
  }

  private pause(cursor: PartitionCursor): void {
    this.consumer.pause([{ topic: this.subscription.topic, partitions: [cursor.partition] }]);
  }

  private async boundsOf(partition: number): Promise<PartitionBounds> {
    const bounds = (await this.bounds()).find((its) => its.partition === partition);
    if (!bounds) throw new Error(`${this.subscription.topic} has no partition ${partition}`);
    return bounds;
  }
}
