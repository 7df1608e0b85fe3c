import { type LogRecord, LogUnavailable } from '#messaging/event-log';
import type { ScanRange } from '#messaging/scan-range';
import { Signal } from '#messaging/signal';

/** One range of a scan under way: whoever fetches hands over page by page, and waits until the page has been used. */
export class ScanRun {
  private at: number;
  private page: readonly LogRecord[] | undefined;
  private fault: Error | undefined;
  private ended = false;
  private readonly filled = new Signal();
  private readonly emptied = new Signal();

  /** @param silentAt when to give up unless something comes, in milliseconds since 1970; asked again when that moment has come */
  constructor(
    readonly range: ScanRange,
    private readonly silentAt: () => number,
  ) {
    this.at = range.from;
  }

  /** The offset of the record that comes next. */
  get next(): number {
    return this.at;
  }

  /** Resolves when the page has been used, or nobody wants it any more. */
  async give(page: readonly LogRecord[]): Promise<void> {
    if (this.ended) return;
    this.page = page;
    this.at += page.length;
    this.filled.give();
    await this.emptied.given();
  }

  fail(fault: Error): void {
    this.fault ??= fault;
    this.filled.give();
  }

  /** All pages of the range. @throws what `fail` was given; LogUnavailable when none comes */
  async *pages(): AsyncGenerator<readonly LogRecord[], void> {
    let used = this.range.from;
    while (used < this.range.until) {
      await this.hear();
      if (this.fault !== undefined) throw this.fault;
      const { page } = this;
      if (page === undefined) throw new LogUnavailable(`no records of partition ${this.range.partition} came in time`);
      used += page.length;
      yield page;
      this.page = undefined;
      this.emptied.give();
    }
  }

  private async hear(): Promise<void> {
    while (this.page === undefined && this.fault === undefined) {
      const left = this.silentAt() - Date.now();
      if (left <= 0) return;
      await this.filled.within(left);
    }
  }

  /** Lets go whoever waits with a page. */
  end(): void {
    this.ended = true;
    this.emptied.give();
  }
}
