import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Producer, RecordMetadata } from 'kafkajs';
import type { NewRecord } from '#messaging/event-log';
import { toMessage } from '#messaging/kafka/kafka-record';
import { Lane, LANE_LIMITS, type LaneLimits } from '#messaging/lane';

export type Sender = Pick<Producer, 'send'>;

/** Where a lane gets its producer, and a new one when the old one's sequence can no longer be trusted. */
export interface Senders {
  current(): Promise<Sender>;
  replace(sender: Sender): void;
}

/** The answer to a send does not prove that this batch was written. */
class NotProvenWritten extends Error {
  override readonly name = 'NotProvenWritten';
}

/** How long the broker may wait for its replicas before it answers; below the lane's deadline. */
const ACKNOWLEDGE_MS = 4_000;
const PAUSE_MS = 100;

/**
 * The way into one partition (design: reliability 4.1). One send in flight, one partition per send, and an answer counts only
 * when it names the partition and its offset has grown: kafkajs can resolve for a partition that it skipped, and can take
 * another batch's acknowledgement for this one's.
 *
 * After a send whose outcome is unknown, the broker may have the sequence that the library uses next, and would take a
 * different batch under it for a duplicate. So no producer is used again after a failure: the batch goes out anew through a new
 * one, at worst twice, never not at all.
 */
export class ProducerLane {
  private readonly logger = new Logger(ProducerLane.name);
  private readonly lane: Lane<NewRecord>;
  private last: { readonly sender: Sender; readonly offset: number } | undefined;

  constructor(
    private readonly topic: string,
    private readonly partition: number,
    private readonly senders: Senders,
    limits: LaneLimits = LANE_LIMITS,
  ) {
    this.lane = new Lane(`${topic}/${partition}`, async (records, isWanted) => this.send(records, isWanted), limits);
  }

  /** @throws LogUnavailable */
  async append(records: readonly NewRecord[]): Promise<void> {
    await this.lane.append(records);
  }

  private async send(records: readonly NewRecord[], isWanted: () => boolean): Promise<void> {
    for (;;) {
      let sender: Sender | undefined;
      try {
        sender = await this.senders.current();
        const messages = records.map((record) => toMessage(record, this.partition));
        this.accept(await sender.send({ topic: this.topic, acks: -1, timeout: ACKNOWLEDGE_MS, messages }), sender, records.length);
        return;
      } catch (error) {
        if (sender) this.senders.replace(sender);
        if (!isWanted()) throw error;
        this.logger.warn(`${this.topic}/${this.partition}: sending ${records.length} records again: ${String(error)}`);
        await sleep(PAUSE_MS);
      }
    }
  }

  /**
   * Offsets grow for as long as one producer is used; with a new one nothing can be mistaken for a duplicate, and a log that
   * became shorter is taken as it is.
   * @throws NotProvenWritten
   */
  private accept(answer: readonly RecordMetadata[], sender: Sender, count: number): void {
    const [only] = answer;
    if (answer.length !== 1 || only?.partition !== this.partition) throw new NotProvenWritten('the answer is not about this partition');
    const base = Number(only.baseOffset);
    if (only.errorCode !== 0 || !Number.isSafeInteger(base)) throw new NotProvenWritten(`the answer has error code ${only.errorCode}`);
    if (this.last?.sender === sender && base <= this.last.offset) {
      throw new NotProvenWritten(`the answer names offset ${base}, but ${this.last.offset} is already written`);
    }
    this.last = { sender, offset: base + count - 1 };
  }
}
