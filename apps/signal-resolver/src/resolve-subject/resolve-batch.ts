import { fromRecord, Undecodable } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';
import type { Transaction } from '#persistence/transaction';
import type { Sealer } from '#vault/sealer';
import { beginResolution } from './known-events';
import { type Message, messageOf, NotAMessage } from './message';
import { storeResolution } from './store-resolution';
import { needsAlone, takeTurn } from './turn';

/**
 * Finds whom each message of a batch is about, inside the transaction that has moved the offset. Delivered again, or appended
 * twice at the door, it changes nothing: an event is told once.
 */
export async function resolveBatch(tx: Transaction, batch: RecordBatch, sealer: Sealer): Promise<void> {
  const messages: Message[] = [];
  for (const record of batch.records) {
    const read = readRecord(record);
    if (typeof read === 'string') await tx.park(batch, record.offset, read, sealer.seal(record.value, placeOf(batch, record)));
    else messages.push(read);
  }
  if (messages.length === 0) return;
  await takeTurn(tx, await needsAlone(tx, messages));
  const resolution = await beginResolution(tx, sealer, messages);
  for (const message of messages) resolution.take(message);
  await storeResolution(tx, resolution, sealer);
}

const placeOf = ({ topic, partition }: RecordBatch, { offset }: LogRecord): string => `parked/${topic}/${partition}/${offset}`;

/** The message, or the reason for which it is none. */
function readRecord(record: LogRecord): Message | string {
  try {
    return messageOf(fromRecord(record).data);
  } catch (error) {
    if (error instanceof Undecodable) return 'undecodable';
    if (error instanceof NotAMessage) return error.message;
    throw error;
  }
}
