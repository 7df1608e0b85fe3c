/** One record to append. `key` decides the partition; without a key any partition may take it. */
export interface NewRecord {
  readonly key: string | null;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface LogRecord extends NewRecord {
  readonly offset: number;
}

/** Consecutive records of one partition, in order; never empty. */
export interface RecordBatch {
  readonly topic: string;
  readonly partition: number;
  readonly group: string;
  readonly records: readonly LogRecord[];
}

/**
 * What reads a topic. The reader keeps its own next offset, in the transaction in which it stores what it read,
 * so that a batch takes effect exactly once however often it is delivered.
 */
export interface LogReader {
  /** The next offset that the reader wants of this partition; null if it never read it, which begins at the oldest record kept. */
  nextOffset(partition: number): Promise<number | null>;
  /** Resolves when everything in the batch is stored, offset included. A rejection delivers from `nextOffset` again, after a pause. */
  handle(batch: RecordBatch): Promise<void>;
}

export interface TopicSettings {
  readonly name: string;
  readonly partitions: number;
  /** Days that records are kept; 'for-ever' where the topic is the truth. */
  readonly retention: number | 'for-ever';
}

/** `low` is the oldest offset still kept, `next` the offset that the next record will get. */
export interface PartitionBounds {
  readonly partition: number;
  readonly low: number;
  readonly next: number;
}

export interface Reading {
  /** Resolves when the running batch has ended and the group has been left. */
  stop(): Promise<void>;
}

/**
 * Reads what a topic keeps as nobody: no group is joined that others are in, and no offset of anybody moves. Ranges of different
 * partitions may be read at once, which takes about as long as one of them; of one partition one range at a time.
 */
export interface LogScan {
  /**
   * The records of a partition from one offset on and before another, in order, in pages of consecutive ones.
   * @throws LogGap when one of them is not there
   * @throws LogUnavailable when the log does not answer; another scan may
   */
  pages(range: { readonly partition: number; readonly from: number; readonly until: number }): AsyncGenerator<readonly LogRecord[], void>;
  close(): Promise<void>;
}

/** The append was refused or its outcome is unknown; sending the same records again is safe for readers that know their events by id. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
}

/** A record is larger than the log takes (`MAX_RECORD_BYTES`). */
export class RecordTooLarge extends Error {
  override readonly name = 'RecordTooLarge';
}

/** Records that the reader has not yet read are gone, or the reader is ahead of the log: never skipped, a person decides. */
export class LogGap extends Error {
  override readonly name = 'LogGap';
}

export const MAX_RECORD_BYTES = 256 * 1024;

/**
 * A durable, ordered, partitioned log (design: architecture 4).
 * Records of one key are read in the order in which they were appended; each group gets one copy of everything.
 */
export abstract class EventLog {
  /** Creates what is missing; never changes the number of partitions of a topic that exists. */
  abstract ensureTopics(topics: readonly TopicSettings[]): Promise<void>;

  /**
   * Resolves when every record is durable.
   * @throws RecordTooLarge before anything is written
   * @throws LogUnavailable when the outcome is unknown; nothing, some or all may have been written
   */
  abstract append(topic: string, records: readonly NewRecord[]): Promise<void>;

  /**
   * Reads the partitions that this process owns in the group, until stopped. One batch of a partition at a time.
   * A LogGap stops the partition and is reported to `onGap`; other partitions go on.
   */
  abstract read(topic: string, group: string, reader: LogReader, onGap: (gap: LogGap) => void): Promise<Reading>;

  /** @throws LogUnavailable */
  abstract openScan(topic: string): Promise<LogScan>;

  abstract bounds(topic: string): Promise<readonly PartitionBounds[]>;

  /**
   * When the oldest of the records from these offsets on was appended, to a second or a thirtieth of its age; undefined when
   * there are none.
   * @param from offset by partition
   */
  abstract oldestPending(topic: string, from: ReadonlyMap<number, number>): Promise<Date | undefined>;

  abstract close(): Promise<void>;
}
