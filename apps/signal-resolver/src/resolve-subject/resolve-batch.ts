import { fromRecord, Undecodable } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';
import { parkUnread, readBatch } from '#messaging/read-batch';
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
  const { read, unread } = readBatch(batch, readMessage);
  await parkUnread(tx, batch, unread, sealer);
  const messages = read.map(({ content }) => content);
  if (messages.length === 0) return;
  await takeTurn(tx, await needsAlone(tx, messages));
  const resolution = await beginResolution(tx, sealer, messages);
  for (const message of messages) resolution.take(message);
  await storeResolution(tx, resolution, sealer);
}

/** @throws Undecodable with the reason for which the record is no message */
function readMessage(record: LogRecord): Message {
  try {
    return messageOf(fromRecord(record).data);
  } catch (error) {
    if (error instanceof NotAMessage) throw new Undecodable(error.message);
    throw error instanceof Undecodable ? new Undecodable('undecodable') : error;
  }
}
