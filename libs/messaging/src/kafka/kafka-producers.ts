import type { Kafka, Producer, ProducerRecord, RecordMetadata } from 'kafkajs';
import { SHORT_RETRY } from '#messaging/kafka/kafka-client';
import type { Sender, Senders } from '#messaging/kafka/producer-lane';

/** One producer id. When it is retired, it is closed as soon as nobody's send is on its way any more. */
class CountedProducer implements Sender {
  private sending = 0;
  private retired = false;
  private closed: Promise<void> | undefined;

  constructor(private readonly producer: Producer) {}

  async send(record: ProducerRecord): Promise<RecordMetadata[]> {
    this.sending += 1;
    try {
      return await this.producer.send(record);
    } finally {
      this.sending -= 1;
      this.closeIfUnused();
    }
  }

  retire(): void {
    this.retired = true;
    this.closeIfUnused();
  }

  async close(): Promise<void> {
    this.closed ??= this.producer.disconnect().catch(() => undefined);
    await this.closed;
  }

  private closeIfUnused(): void {
    if (this.retired && this.sending === 0) void this.close();
  }
}

/** The producer that all lanes of a process share, replaced when a lane can no longer trust it. */
export class KafkaProducers implements Senders {
  private live: CountedProducer | undefined;
  private starting: Promise<CountedProducer> | undefined;

  constructor(private readonly kafka: Kafka) {}

  async current(): Promise<Sender> {
    if (this.live) return this.live;
    this.starting ??= this.start().finally(() => (this.starting = undefined));
    return this.starting;
  }

  replace(sender: Sender): void {
    if (this.live !== sender) return;
    this.live.retire();
    this.live = undefined;
  }

  async close(): Promise<void> {
    await this.starting?.catch(() => undefined);
    await this.live?.close();
    this.live = undefined;
  }

  private async start(): Promise<CountedProducer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: SHORT_RETRY,
      createPartitioner: () => (message) => message.message.partition ?? 0,
    });
    try {
      await producer.connect();
    } catch (error) {
      await producer.disconnect().catch(() => undefined);
      throw error;
    }
    this.live = new CountedProducer(producer);
    return this.live;
  }
}
