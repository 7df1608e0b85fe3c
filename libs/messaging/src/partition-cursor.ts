import { Backoff } from '#messaging/backoff';
import { LogGap, type LogReader, type LogRecord, type PartitionBounds } from '#messaging/event-log';

/** One group's reading of one topic. */
export interface Subscription {
  readonly topic: string;
  readonly group: string;
  readonly reader: LogReader;
  readonly onGap: (gap: LogGap) => void;
}

/** The most records that a handler is given at once. */
export const MAX_BATCH_RECORDS = 500;

/** Where one partition of a subscription stands. It begins where the reader says, never where a broker remembers. */
export class PartitionCursor {
  readonly backoff = new Backoff();
  private at: number | undefined;

  constructor(
    private readonly subscription: Subscription,
    readonly partition: number,
  ) {}

  /** The offset of the next record; undefined until it has been located, and after a failure. */
  get next(): number | undefined {
    return this.at;
  }

  toString(): string {
    const { group, topic } = this.subscription;
    return `${group} at ${topic}/${this.partition}`;
  }

  /**
   * Asks the reader for its next offset, and then the log whether it still has it. The order matters: a log that was asked first
   * may look shorter than what another owner has meanwhile stored.
   * @throws LogGap
   */
  async locate(boundsOf: (partition: number) => Promise<PartitionBounds>): Promise<number> {
    this.at = undefined;
    const wanted = await this.subscription.reader.nextOffset(this.partition);
    const { low, next } = await boundsOf(this.partition);
    if (wanted !== null && wanted < low) throw new LogGap(`${this.toString()}: wants ${wanted}, but the oldest record kept is ${low}`);
    if (wanted !== null && wanted > next) throw new LogGap(`${this.toString()}: wants ${wanted}, but the log ends before ${next}`);
    this.at = wanted ?? low;
    return this.at;
  }

  /** Whether the log cannot have what comes next. `before` is where the cursor stood when the bounds were asked for. */
  isOutside(bounds: PartitionBounds, before: number): boolean {
    return this.at !== undefined && (bounds.low > this.at || bounds.next < before);
  }

  /**
   * Hands on the records from the cursor, at most `MAX_BATCH_RECORDS` at a time, and moves it behind each batch that was handled.
   * Records before the cursor are left out; `goOn` is asked before each batch.
   * @throws LogGap when the next record is not the one that comes next; what the handler throws
   */
  async handle(records: readonly LogRecord[], goOn: () => boolean): Promise<void> {
    const from = records.findIndex((record) => this.at !== undefined && record.offset >= this.at);
    for (let start = from; start >= 0 && start < records.length && goOn(); start += MAX_BATCH_RECORDS) {
      const batch = records.slice(start, start + MAX_BATCH_RECORDS);
      this.requireConsecutive(batch);
      const { group, topic, reader } = this.subscription;
      try {
        await reader.handle({ topic, partition: this.partition, group, records: batch });
      } catch (error) {
        this.at = undefined;
        throw error;
      }
      this.at = (this.at ?? 0) + batch.length;
      this.backoff.reset();
    }
  }

  private requireConsecutive(batch: readonly LogRecord[]): void {
    let expected = this.at;
    for (const { offset } of batch) {
      if (offset !== expected) {
        this.at = undefined;
        throw new LogGap(`${this.toString()}: ${expected} should come next, but ${offset} came`);
      }
      expected += 1;
    }
  }
}
