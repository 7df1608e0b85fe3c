import { LogUnavailable, type NewRecord } from '#messaging/event-log';
import { sizeOf } from '#messaging/record-size';

/** Sends one batch; `isWanted` turns false when everybody who waits for it has been told that its outcome is unknown. */
export type SendBatch<R> = (records: readonly R[], isWanted: () => boolean) => Promise<void>;

export interface LaneLimits {
  readonly batchBytes: number;
  readonly waitingBytes: number;
  readonly deadlineMs: number;
}

export const LANE_LIMITS: LaneLimits = { batchBytes: 900_000, waitingBytes: 16_000_000, deadlineMs: 5_000 };

/** What a record costs beside its own bytes, generously. */
const OVERHEAD_BYTES = 80;

interface Entry<R> {
  readonly records: readonly R[];
  readonly bytes: number;
  readonly settle: (error?: Error) => void;
  expired: boolean;
}

/**
 * One batch on its way at a time, in order; what arrives meanwhile becomes the next batch, without a timer.
 * Bounded in bytes and in the time that a caller waits.
 */
export class Lane<R extends NewRecord> {
  private readonly entries: Entry<R>[] = [];
  private bytes = 0;
  private busy = false;

  constructor(
    private readonly name: string,
    private readonly send: SendBatch<R>,
    private readonly limits: LaneLimits = LANE_LIMITS,
  ) {}

  /**
   * Resolves when every record is durable.
   * @throws LogUnavailable at the deadline, when the batch fails, and at once when the lane is full
   */
  async append(records: readonly R[]): Promise<void> {
    const pieces = cutBySize(records, this.limits.batchBytes);
    const wanted = pieces.reduce((sum, piece) => sum + piece.bytes, 0);
    if (this.bytes + wanted > this.limits.waitingBytes && this.bytes > 0) throw new LogUnavailable(`${this.name}: too much is waiting`);
    const outcomes = await Promise.allSettled(pieces.map(async (piece) => this.enqueue(piece)));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  private async enqueue({ records, bytes }: Piece<R>): Promise<void> {
    this.bytes += bytes;
    try {
      await new Promise<void>((resolve, reject) => {
        const settle = (error?: Error): void => {
          clearTimeout(timer);
          if (error) reject(error);
          else resolve();
        };
        const entry: Entry<R> = { records, bytes, settle, expired: false };
        const timer = setTimeout(() => {
          entry.expired = true;
          settle(new LogUnavailable(`${this.name}: no answer within ${this.limits.deadlineMs} ms`));
        }, this.limits.deadlineMs);
        this.entries.push(entry);
        if (!this.busy) void this.drain();
      });
    } finally {
      this.bytes -= bytes;
    }
  }

  private async drain(): Promise<void> {
    this.busy = true;
    for (let batch = this.take(); batch.length > 0; batch = this.take()) await this.sendBatch(batch);
    this.busy = false;
  }

  private async sendBatch(batch: readonly Entry<R>[]): Promise<void> {
    let failure: Error | undefined;
    try {
      await this.send(
        batch.flatMap((entry) => entry.records),
        () => batch.some((entry) => !entry.expired),
      );
    } catch (error) {
      failure = new LogUnavailable(`${this.name}: ${String(error)}`, { cause: error });
    }
    for (const entry of batch) entry.settle(failure);
  }

  /** The next batch: whole entries in order; those whose callers gave up before they were sent are left out. */
  private take(): Entry<R>[] {
    const batch: Entry<R>[] = [];
    let bytes = 0;
    for (let entry = this.entries[0]; entry; entry = this.entries[0]) {
      if (batch.length > 0 && bytes + entry.bytes > this.limits.batchBytes) break;
      this.entries.shift();
      if (entry.expired) continue;
      batch.push(entry);
      bytes += entry.bytes;
    }
    return batch;
  }
}

interface Piece<R> {
  readonly records: R[];
  readonly bytes: number;
}

function cutBySize<R extends NewRecord>(records: readonly R[], limit: number): Piece<R>[] {
  const pieces: { records: R[]; bytes: number }[] = [];
  for (const record of records) {
    const bytes = sizeOf(record) + OVERHEAD_BYTES;
    const last = pieces.at(-1);
    if (last && last.bytes + bytes <= limit) {
      last.records.push(record);
      last.bytes += bytes;
    } else pieces.push({ records: [record], bytes });
  }
  return pieces;
}
