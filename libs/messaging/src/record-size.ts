import { MAX_RECORD_BYTES, type NewRecord, RecordTooLarge } from '#messaging/event-log';

/** Bytes of key, headers and value together. */
export function sizeOf(record: NewRecord): number {
  let bytes = record.value.length + (record.key === null ? 0 : Buffer.byteLength(record.key));
  for (const [name, value] of Object.entries(record.headers)) bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
  return bytes;
}

/** @throws RecordTooLarge */
export function requireFits(records: readonly NewRecord[]): void {
  for (const record of records) {
    const bytes = sizeOf(record);
    if (bytes > MAX_RECORD_BYTES) throw new RecordTooLarge(`a record has ${bytes} bytes; the log takes ${MAX_RECORD_BYTES}`);
  }
}
