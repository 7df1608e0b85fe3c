import type { ChannelRecord } from '#contracts/signals/channel-record';
import type { Problem } from '#platform/http/problem';

/** An event that may go onto a topic, and what the door needs to give it a receipt. */
export interface CheckedEvent {
  readonly eventId: string;
  /** As the sender named it. */
  readonly id: string;
  readonly contentHash: Buffer;
  readonly topic: string;
  /** Partition key: source and matter. */
  readonly key: string;
  /** What is to be appended; its receivedOn is that of the receipt. */
  readonly record: Omit<ChannelRecord, 'receivedOn'>;
  /** What is withheld of it, by the name of its field; goes nowhere but under seal (decision 0017). */
  readonly words: Readonly<Record<string, string>>;
  /** The event that its words are about, if they are about another. */
  readonly wordsAbout: string | null;
  /** Of the request that brought it: events of several requests are appended together. */
  readonly traceparent?: string;
}

/** One event of a request, or why it could not be read. */
export type SentEvent = { readonly value: unknown } | { readonly problem: Problem };
