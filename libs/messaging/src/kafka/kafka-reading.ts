import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Consumer, Kafka } from 'kafkajs';
import { Backoff } from '#messaging/backoff';
import type { PartitionBounds, Reading } from '#messaging/event-log';
import { Assignment } from '#messaging/kafka/assignment';
import type { Subscription } from '#messaging/partition-cursor';
import { Signal } from '#messaging/signal';
import { within } from '#messaging/within';

const FIRST_JOIN_MS = 60_000;
const STOP_MS = 30_000;
const LOOK_MS = 5_000;
/** Members are expelled after `sessionTimeout`; a client that hears nothing for much longer is stuck, not idle. */
const SILENCE_MS = 30_000;
const SETTINGS = {
  allowAutoTopicCreation: false,
  sessionTimeout: 6_000,
  rebalanceTimeout: 6_000,
  heartbeatInterval: 1_000,
  maxWaitTimeInMs: 250,
  minBytes: 1,
  maxBytesPerPartition: 1_048_576,
  retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8, restartOnFailure: async () => true },
};
/** Handlers wait for the database most of the time; a few partitions may wait at once. */
const PARTITIONS_AT_ONCE = 4;

/**
 * One group member reading one topic. The Kafka group id names both: kafkajs assigns partitions of topics to members that
 * did not ask for them when one group subscribes to different topics.
 *
 * A consumer that stopped for good, or has gone silent, is replaced: it would otherwise stand still with the process alive.
 */
export class KafkaReading implements Reading {
  private readonly logger = new Logger(KafkaReading.name);
  private readonly wake = new Signal();
  private readonly backoff = new Backoff();
  private isStopping = false;
  private consumer: Consumer | undefined;
  private assignment: Assignment | undefined;
  private lastSign = Date.now();
  private watching: Promise<void> | undefined;
  private joined: () => void = () => undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly subscription: Subscription,
    private readonly bounds: () => Promise<readonly PartitionBounds[]>,
    private readonly lookMs = LOOK_MS,
  ) {}

  /** Resolves when the group has been joined. */
  async start(): Promise<void> {
    let isJoined = false;
    const joined = new Promise<void>((resolve) => (this.joined = resolve)).then(() => (isJoined = true));
    await this.replaceConsumer();
    this.watching = this.watch();
    await within(FIRST_JOIN_MS, joined);
    if (!isJoined) throw new Error('the group could not be joined');
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.wake.give();
    await within(STOP_MS, this.watching ?? Promise.resolve());
    await this.leave();
    if (this.assignment) await within(STOP_MS, this.assignment.idle());
  }

  private async leave(): Promise<void> {
    this.assignment?.end();
    if (this.consumer) await within(STOP_MS, this.consumer.disconnect());
  }

  private async replaceConsumer(): Promise<void> {
    const { topic, group } = this.subscription;
    await this.leave();
    const consumer = this.kafka.consumer({ groupId: `${group}.${topic}`, ...SETTINGS });
    const assignment = new Assignment(consumer, this.subscription, this.bounds, this.assignment?.idle());
    this.consumer = consumer;
    this.assignment = assignment;
    this.lastSign = Date.now();
    this.listen(consumer, assignment);
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: async (payload) => assignment.take(payload),
    });
  }

  private listen(consumer: Consumer, assignment: Assignment): void {
    const { topic, group } = this.subscription;
    const { CRASH, FETCH, GROUP_JOIN, HEARTBEAT, STOP } = consumer.events;
    const alive = (): void => void (this.lastSign = Date.now());
    consumer.on(FETCH, alive);
    consumer.on(HEARTBEAT, alive);
    consumer.on(STOP, () => assignment.begin([]));
    consumer.on(CRASH, ({ payload }) => {
      this.logger.warn(`${group} stopped reading ${topic}: ${payload.error.message}`);
      if (!payload.restart && this.consumer === consumer) this.rejoin();
    });
    consumer.on(GROUP_JOIN, ({ payload }) => {
      alive();
      this.backoff.reset();
      assignment.begin(payload.memberAssignment[topic] ?? []);
      this.joined();
    });
  }

  /** Looks every few seconds whether the client is alive and whether the log still has what comes next. */
  private async watch(): Promise<void> {
    while (!this.isStopping) {
      await this.wake.within(this.lookMs);
      if (!this.isStopping) await this.look();
    }
  }

  private async look(): Promise<void> {
    const { topic, group } = this.subscription;
    const isSilent = Date.now() - this.lastSign > SILENCE_MS;
    try {
      if (isSilent) {
        this.logger.warn(`${group} joins ${topic} anew`);
        await sleep(this.backoff.nextMs());
        await this.replaceConsumer();
      } else await this.assignment?.look();
    } catch (error) {
      this.logger.warn(`${group} on ${topic}: ${String(error)}`);
      if (isSilent) this.rejoin();
    }
  }

  private rejoin(): void {
    this.lastSign = 0;
    this.wake.give();
  }
}
