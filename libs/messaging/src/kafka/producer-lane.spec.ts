import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import createEosManager from 'kafkajs/src/producer/eosManager';
import createSendMessages from 'kafkajs/src/producer/sendMessages';
import { KafkaJSProtocolError, KafkaJSRequestTimeoutError } from 'kafkajs/src/errors';
import createRetry from 'kafkajs/src/retry';
import type { RecordMetadata } from 'kafkajs';
import { LogUnavailable, type NewRecord } from '#messaging/event-log';
import { ProducerLane, type Sender, type Senders } from '#messaging/kafka/producer-lane';

interface PartitionRequest {
  readonly partition: number;
  readonly firstSequence: number;
  readonly messages: readonly { readonly value: Buffer }[];
}
interface ProduceRequest {
  readonly producerId: number;
  readonly topicData: readonly { readonly partitions: readonly PartitionRequest[] }[];
}

const quiet = { namespace: () => quiet, debug() {}, info() {}, warn() {}, error() {} };
const record = (value: string): NewRecord => ({ key: null, value: Buffer.from(value), headers: {} });
const timeout = (): Error =>
  new KafkaJSRequestTimeoutError('the answer was lost', {
    broker: 'b',
    clientId: 'c',
    correlationId: 1,
    createdAt: 0,
    sentAt: 0,
    pendingDuration: 0,
  });
const moved = (): Error => new KafkaJSProtocolError({ type: 'NOT_LEADER_FOR_PARTITION', code: 6, retriable: true });

/** A broker's partitions: it knows a batch again by producer and sequence, as Kafka does, and acknowledges it with its old offset. */
class StubBroker {
  readonly logs = new Map<number, string[]>();
  requests: ProduceRequest[] = [];
  inFlight = 0;
  mostInFlight = 0;
  private readonly known = new Map<string, number>();
  private readonly nextSequence = new Map<string, number>();

  constructor(
    readonly nodeId: number,
    /** What goes wrong with the nth request, before or after it was written. */
    private readonly mishap: (nth: number, when: 'before' | 'after') => Error | undefined = () => undefined,
  ) {}

  async produce(request: ProduceRequest): Promise<unknown> {
    this.requests.push(request);
    const nth = this.requests.length;
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      await sleep(2);
      this.throwIf(this.mishap(nth, 'before'));
      const partitions = request.topicData.flatMap((topic) => topic.partitions);
      const written = partitions.map((its) => ({ partition: its.partition, errorCode: 0, baseOffset: String(this.write(request, its)) }));
      await sleep(2);
      this.throwIf(this.mishap(nth, 'after'));
      return { topics: [{ topicName: 't', partitions: written }] };
    } finally {
      this.inFlight -= 1;
    }
  }

  logOf(partition: number): string[] {
    const log = this.logs.get(partition) ?? [];
    this.logs.set(partition, log);
    return log;
  }

  private throwIf(error: Error | undefined): void {
    if (error) throw error;
  }

  private write({ producerId }: ProduceRequest, { partition, firstSequence, messages }: PartitionRequest): number {
    const batch = [producerId, partition, firstSequence, firstSequence + messages.length - 1].join('/');
    const before = this.known.get(batch);
    if (before !== undefined) return before;
    const sequence = `${producerId}/${partition}`;
    if (firstSequence !== (this.nextSequence.get(sequence) ?? 0)) {
      throw new KafkaJSProtocolError({ type: 'OUT_OF_ORDER_SEQUENCE_NUMBER', code: 45, retriable: false });
    }
    const log = this.logOf(partition);
    this.known.set(batch, log.length);
    this.nextSequence.set(sequence, firstSequence + messages.length);
    return log.push(...messages.map(({ value }) => value.toString())) - messages.length;
  }
}

/** kafkajs's own sending code before stub brokers; each producer has a new id. */
class StubSenders implements Senders {
  made = 0;
  private live: Sender | undefined;

  constructor(
    private readonly leaderOf: (partition: number) => StubBroker,
    private readonly retries = 5,
  ) {}

  async current(): Promise<Sender> {
    this.live ??= await this.make();
    return this.live;
  }

  replace(sender: Sender): void {
    if (this.live === sender) this.live = undefined;
  }

  private async make(): Promise<Sender> {
    this.made += 1;
    const producerId = this.made;
    const control = { initProducerId: async () => ({ producerId, producerEpoch: 0 }) };
    const cluster = {
      retry: {},
      isConnected: () => true,
      refreshMetadataIfNecessary() {},
      refreshMetadata() {},
      addMultipleTargetTopics() {},
      removeBroker() {},
      findControllerBroker: async () => control,
      findTopicPartitionMetadata: () => [0, 1].map((partitionId) => ({ partitionId, leader: this.leaderOf(partitionId).nodeId })),
      findLeaderForPartitions: (_topic: string, partitions: readonly string[]) =>
        Object.groupBy(partitions.map(Number), (partition) => this.leaderOf(partition).nodeId),
      findBroker: async ({ nodeId }: { nodeId: string }) =>
        [0, 1].map(this.leaderOf).find((broker) => String(broker.nodeId) === String(nodeId)),
    };
    const eosManager = createEosManager({ logger: quiet, cluster, transactional: false });
    await eosManager.initProducerId();
    const retrier = createRetry({ initialRetryTime: 5, maxRetryTime: 20, retries: this.retries });
    const partitioner = ({ message }: { message: { partition: number } }): number => message.partition;
    const sendMessages = createSendMessages({ logger: quiet, cluster, partitioner, eosManager, retrier });
    return { send: async ({ topic, messages, acks = -1 }) => sendMessages({ acks, topicMessages: [{ topic, messages }] }) };
  }
}

/** Answers as told, one answer after the other. */
function answering(...answers: readonly (RecordMetadata[] | Error)[]): { senders: Senders; sent: string[][]; replaced: () => number } {
  const sent: string[][] = [];
  let replaced = 0;
  let sender: Sender | undefined;
  const send: Sender['send'] = async ({ messages }) => {
    sent.push(messages.map(({ value }) => String(value)));
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? [];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const senders: Senders = {
    current: async () => (sender ??= { send }),
    replace: () => {
      replaced += 1;
      sender = undefined;
    },
  };
  return { senders, sent, replaced: () => replaced };
}

const at = (baseOffset: number, partition = 0, errorCode = 0): RecordMetadata[] => [
  { topicName: 't', partition, errorCode, baseOffset: String(baseOffset) },
];

describe('a producer lane', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('writes to a partition whose leader moves to a broker that has already answered (kafkajs would skip it)', async () => {
    let movedTo: StubBroker | undefined;
    const first = new StubBroker(1);
    const second = new StubBroker(2, (nth, when) => {
      if (nth > 1 || when === 'after') return undefined;
      movedTo = first;
      return moved();
    });
    const senders = new StubSenders((partition) => (partition === 0 ? first : (movedTo ?? second)));
    const lanes = [new ProducerLane('t', 0, senders), new ProducerLane('t', 1, senders)];

    await Promise.all([lanes[0]?.append([record('A')]), lanes[1]?.append([record('B')])]);

    expect(movedTo).toBe(first);
    expect(first.logOf(0)).toEqual(['A']);
    expect(first.logOf(1)).toEqual(['B']);
  });

  it('does not lose a record that is appended while the answer to another is lost (kafkajs would write A twice and B never)', async () => {
    const broker = new StubBroker(1, (nth, when) => (nth === 1 && when === 'after' ? timeout() : undefined));
    const lane = new ProducerLane('t', 0, new StubSenders(() => broker));

    await Promise.all([lane.append([record('A')]), lane.append([record('B')])]);

    expect(broker.logOf(0)).toEqual(['A', 'B']);
    expect(broker.mostInFlight).toBe(1);
  });

  it('loses none of two hundred concurrent appends when every fifth answer is lost', async () => {
    const broker = new StubBroker(1, (nth, when) => (nth % 5 === 0 && when === 'after' ? timeout() : undefined));
    const lane = new ProducerLane('t', 0, new StubSenders(() => broker));
    const values = Array.from({ length: 200 }, (_, i) => `event ${i}`);

    for (let start = 0; start < 200; start += 10) {
      const some = values.slice(start, start + 10).map(async (value) => lane.append([record(value)]));
      await sleep(1);
      if (start % 50 === 0) await Promise.all(some);
      else void Promise.all(some);
    }
    await lane.append([record('last')]);

    expect([...new Set(broker.logOf(0))]).toEqual([...values, 'last']);
    expect(broker.mostInFlight).toBe(1);
  });

  it('never puts another batch under the sequence of one whose outcome it gave up on', async () => {
    const broker = new StubBroker(1, (nth, when) => (nth <= 3 && when === 'after' ? timeout() : undefined));
    const senders = new StubSenders(() => broker, 1);
    const lane = new ProducerLane('t', 0, senders, { batchBytes: 1_000, waitingBytes: 10_000, deadlineMs: 5 });

    await expect(lane.append([record('given up')])).rejects.toThrow(LogUnavailable);
    await sleep(300);
    const patient = new ProducerLane('t', 0, senders);
    await patient.append([record('another')]);

    expect(broker.logOf(0).at(-1)).toBe('another');
    expect(senders.made).toBeGreaterThan(1);
  });

  it('sends again, through a new producer, when the answer names no, another or an older place', async () => {
    for (const wrong of [[], at(8, 1), at(8, 0, 87), at(6), [...at(8), ...at(9, 1)]]) {
      const { senders, sent, replaced } = answering(at(5), at(7), wrong, at(8));
      const lane = new ProducerLane('t', 0, senders);

      await lane.append([record('one'), record('two')]);
      await lane.append([record('three')]);
      await lane.append([record('four')]);

      expect(sent).toEqual([['one', 'two'], ['three'], ['four'], ['four']]);
      expect(replaced()).toBe(1);
    }
  });

  it('recovers with a new producer when the broker has lost the state of the old one', async () => {
    for (const [code, type] of [
      [45, 'OUT_OF_ORDER_SEQUENCE_NUMBER'],
      [47, 'INVALID_PRODUCER_EPOCH'],
      [59, 'UNKNOWN_PRODUCER_ID'],
    ] as const) {
      const { senders, sent, replaced } = answering(new KafkaJSProtocolError({ type, code, retriable: false }), at(0));

      await new ProducerLane('t', 0, senders).append([record('one')]);

      expect(sent).toEqual([['one'], ['one']]);
      expect(replaced()).toBe(1);
    }
  });

  it('takes the log as it is when a new producer finds it shorter', async () => {
    const { senders, sent } = answering(at(100), timeout(), at(3), at(4));
    const lane = new ProducerLane('t', 0, senders);

    await lane.append([record('before')]);
    await lane.append([record('after the log was lost')]);
    await lane.append([record('next')]);

    expect(sent).toHaveLength(4);
  });
});
