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
/** Members are expelled after `sessionTimeout`; a client that hears nothing for much longer is stuck, not idle. */
const SILENCE_MS = 30_000;
/** A group that has just changed may be seen half. */
const LOOKS_FORSAKEN = 2;

/** How often a reading looks after itself, and how long a record may wait while nobody works. */
export interface Pace {
  readonly lookMs: number;
  readonly patienceMs: number;
}

const PACE: Pace = { lookMs: 5_000, patienceMs: 30_000 };

/** What the brokers say about the topic that is read. */
export interface TopicView {
  bounds(): Promise<readonly PartitionBounds[]>;
  /** The partitions that the members of the group were given; undefined while the group is between two generations. */
  held(groupId: string): Promise<ReadonlySet<number> | undefined>;
}

const SETTINGS = {
  allowAutoTopicCreation: false,
  sessionTimeout: 6_000,
  rebalanceTimeout: 6_000,
  heartbeatInterval: 1_000,
  maxWaitTimeInMs: 250,
  minBytes: 1,
  maxBytesPerPartition: 1_048_576,
  retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8, restartOnFailure: async () => false },
};
/** Handlers wait for the database most of the time; a few partitions may wait at once. */
const PARTITIONS_AT_ONCE = 4;

/**
 * One group member reading one topic. The Kafka group id names both: kafkajs assigns partitions of topics to members that
 * did not ask for them when one group subscribes to different topics.
 *
 * Every partition is read by somebody: a consumer that crashed, has gone silent or lets records wait is replaced, and a member
 * that sees partitions that the group gave to nobody joins anew, so that they are given out again. The library never restarts a
 * consumer by itself: it may do so after we have replaced it, and then a member that nobody looks after holds partitions.
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
  private looksForsaken = 0;

  constructor(
    private readonly kafka: Kafka,
    private readonly subscription: Subscription,
    private readonly view: TopicView,
    private readonly pace = PACE,
  ) {}

  private get groupId(): string {
    return `${this.subscription.group}.${this.subscription.topic}`;
  }

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
    const { topic } = this.subscription;
    await this.leave();
    const consumer = this.kafka.consumer({ groupId: this.groupId, ...SETTINGS });
    const assignment = new Assignment(consumer, this.subscription, async () => this.view.bounds(), this.assignment?.idle());
    this.consumer = consumer;
    this.assignment = assignment;
    this.lastSign = Date.now();
    this.looksForsaken = 0;
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
      if (this.consumer === consumer) this.rejoin();
    });
    consumer.on(GROUP_JOIN, ({ payload }) => {
      alive();
      this.backoff.reset();
      const partitions = payload.memberAssignment[topic] ?? [];
      this.logger.log(`${group} has ${partitions.length} partitions of ${topic}`);
      assignment.begin(partitions);
      this.joined();
    });
  }

  /** Looks every few seconds whether every partition is read, and whether the log still has what comes next. */
  private async watch(): Promise<void> {
    while (!this.isStopping) {
      await this.wake.within(this.pace.lookMs);
      if (!this.isStopping) await this.look();
    }
  }

  private async look(): Promise<void> {
    const { topic, group } = this.subscription;
    let fault: string | undefined;
    try {
      fault = await this.faultSeen();
      if (fault === undefined) return;
      this.logger.warn(`${group} joins ${topic} anew: ${fault}`);
      await sleep(this.backoff.nextMs());
      if (!this.isStopping) await this.replaceConsumer();
    } catch (error) {
      this.logger.warn(`${group} on ${topic}: ${String(error)}`);
      if (fault !== undefined) this.rejoin();
    }
  }

  private async faultSeen(): Promise<string | undefined> {
    if (Date.now() - this.lastSign > SILENCE_MS) return 'its client has stopped';
    const standing = (await this.assignment?.look(this.pace.patienceMs)) ?? [];
    if (standing.length > 0) return `records wait in partitions ${standing.join(', ')}`;
    const forsaken = await this.forsaken();
    this.looksForsaken = forsaken.length > 0 ? this.looksForsaken + 1 : 0;
    return this.looksForsaken < LOOKS_FORSAKEN ? undefined : `nobody has partitions ${forsaken.join(', ')}`;
  }

  /** What the group gave to nobody, as a leader does that knows too little of the topic. */
  private async forsaken(): Promise<readonly number[]> {
    const held = await this.view.held(this.groupId);
    if (!held) return [];
    const bounds = await this.view.bounds();
    return bounds.map(({ partition }) => partition).filter((partition) => !held.has(partition));
  }

  private rejoin(): void {
    this.lastSign = 0;
    this.wake.give();
  }
}
