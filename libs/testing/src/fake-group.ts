import { setTimeout as sleep } from 'node:timers/promises';
import type { LogReader, LogRecord, RecordBatch } from '#messaging/event-log';

/** A group that keeps its offsets as a real one does: a batch that does not begin at the stored offset is refused, and stores nothing. */
export class FakeGroup implements LogReader {
  readonly batches: RecordBatch[] = [];
  readonly next = new Map<number, number>();
  failures = 0;
  refused = 0;
  running = 0;
  slowness = 0;
  private toFail = new Map<string, number>();

  get taken(): LogRecord[] {
    return this.batches.flatMap(({ records }) => records);
  }

  valuesOf(key: string): string[] {
    return this.taken.filter((record) => record.key === key).map((record) => record.value.toString());
  }

  /** Batches with a record of the key fail that many times. */
  failNext(key: string, times: number): void {
    this.toFail.set(key, times);
  }

  async nextOffset(partition: number): Promise<number | null> {
    return this.next.get(partition) ?? null;
  }

  async handle(batch: RecordBatch): Promise<void> {
    this.running += 1;
    try {
      await sleep(this.slowness);
      this.failWhereAsked(batch);
      this.store(batch);
    } finally {
      this.running -= 1;
    }
  }

  private failWhereAsked(batch: RecordBatch): void {
    for (const { key } of batch.records) {
      const left = key === null ? 0 : (this.toFail.get(key) ?? 0);
      if (key === null || left === 0) continue;
      this.toFail.set(key, left - 1);
      this.failures += 1;
      throw new Error(`the database is not there for ${key}`);
    }
  }

  private store(batch: RecordBatch): void {
    const first = batch.records[0]?.offset ?? 0;
    const expected = this.next.get(batch.partition);
    if (expected !== undefined && expected !== first) {
      this.refused += 1;
      throw new Error(`the group is at ${expected}, not at ${first}`);
    }
    this.batches.push(batch);
    this.next.set(batch.partition, first + batch.records.length);
  }
}
