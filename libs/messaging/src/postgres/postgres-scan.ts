import type { Pool } from 'pg';
import { LogGap, type LogRecord, type LogScan, LogUnavailable } from '#messaging/event-log';
import { fetchBounds, fetchRecords } from '#messaging/postgres/read-queries';
import { nextOf, requireKept, type ScanRange } from '#messaging/scan-range';

/** Larger than what a handler is given: a scan folds many at once. */
const PAGE_RECORDS = 2_000;

/** Asks for the next page while the last one is being used. */
export class PostgresScan implements LogScan {
  constructor(
    private readonly pool: Pool,
    private readonly topic: string,
  ) {}

  async *pages(range: ScanRange): AsyncGenerator<readonly LogRecord[], void> {
    if (range.from >= range.until) return;
    requireKept(this.topic, range, await this.ask(async () => fetchBounds(this.pool, this.topic)));
    let { from } = range;
    let coming = this.page(range.partition, from);
    while (from < range.until) {
      const records = nextOf(await coming, this.topic, { ...range, from });
      if (records.length === 0) throw new LogGap(`a scan of ${this.topic}/${range.partition}: ${from} is gone`);
      from += records.length;
      if (from < range.until) coming = this.page(range.partition, from);
      yield records;
    }
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }

  private async page(partition: number, from: number): Promise<LogRecord[]> {
    const page = this.ask(async () => fetchRecords(this.pool, this.topic, { partition, from, most: PAGE_RECORDS }));
    // Nobody may be waiting for it when it fails.
    page.catch(() => undefined);
    return page;
  }

  private async ask<T>(query: () => Promise<T>): Promise<T> {
    try {
      return await query();
    } catch (error) {
      throw new LogUnavailable(`a scan of ${this.topic}: ${String(error)}`, { cause: error });
    }
  }
}
