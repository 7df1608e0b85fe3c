import type { Sealer } from '#vault/sealer';
import { type Message, messageOf } from './message';

/** Where sealed content lies; bytes moved elsewhere do not open. */
export type Shelf = 'triage' | 'waiting' | 'told';

export function sealMessage(sealer: Sealer, shelf: Shelf, { record }: Message): Buffer {
  return sealer.seal(Buffer.from(JSON.stringify(record)), `${shelf}/${record.eventId}`);
}

/** @throws SealBroken under another key, or when the bytes are those of another event */
export function openMessage(sealer: Sealer, shelf: Shelf, eventId: string, sealed: Buffer): Message {
  return messageOf(JSON.parse(sealer.open(sealed, `${shelf}/${eventId}`).toString()));
}
