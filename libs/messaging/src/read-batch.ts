import type { z } from 'zod';
import { Undecodable } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';

export interface UnreadRecord {
  readonly record: LogRecord;
  /** A place and a rule, never content. */
  readonly reason: string;
}

export interface ReadRecords<T> {
  readonly read: readonly { readonly offset: number; readonly content: T }[];
  readonly unread: readonly UnreadRecord[];
}

/**
 * Sorts a batch into what its reader makes of it and what it cannot read, each in log order.
 * @param read undefined for a record that is for others; throws Undecodable for one that nobody can read
 */
export function readBatch<T>(batch: RecordBatch, read: (record: LogRecord) => T | undefined): ReadRecords<T> {
  const sorted = { read: new Array<{ offset: number; content: T }>(), unread: new Array<UnreadRecord>() };
  for (const record of batch.records) {
    try {
      const content = read(record);
      if (content !== undefined) sorted.read.push({ offset: record.offset, content });
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      sorted.unread.push({ record, reason: error.message });
    }
  }
  return sorted;
}

/** @throws Undecodable when the data does not fit its contract, or is keyed by somebody else */
export function subjectDataOf<T extends { readonly subject: string }>(record: LogRecord, schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new Undecodable(`does not fit its contract at /${parsed.error.issues[0]?.path.join('/') ?? ''}`);
  if (parsed.data.subject !== record.key) throw new Undecodable('the key is not the subject');
  return parsed.data;
}

/** The transaction that goes past what cannot be read. */
export interface Parking {
  park(batch: RecordBatch, offset: number, reason: string, sealed: Buffer): Promise<void>;
}

/** Bytes sealed for one place open nowhere else. */
export interface Sealing {
  seal(bytes: Buffer, place: string): Buffer;
}

/** Keeps the bytes of what cannot be read, sealed for where they came from, so that nothing is lost and the rest flows. */
export async function parkUnread(parking: Parking, batch: RecordBatch, unread: readonly UnreadRecord[], sealing: Sealing): Promise<void> {
  for (const { record, reason } of unread) {
    const place = `parked/${batch.topic}/${batch.partition}/${record.offset}`;
    await parking.park(batch, record.offset, reason, sealing.seal(record.value, place));
  }
}
