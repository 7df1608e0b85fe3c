import { setTimeout as sleep } from 'node:timers/promises';
import { type Admin, ConfigResourceTypes, type Kafka } from 'kafkajs';
import {
  EventLog,
  type LogGap,
  type LogReader,
  type LogScan,
  LogUnavailable,
  type NewRecord,
  type PartitionBounds,
  type Reading,
  type TopicSettings,
} from '#messaging/event-log';
import { partitionsHeld } from '#messaging/kafka/group-members';
import { kafkaClient, SHORT_RETRY } from '#messaging/kafka/kafka-client';
import { oldestPendingAt } from '#messaging/kafka/oldest-pending';
import { KafkaProducers } from '#messaging/kafka/kafka-producers';
import { KafkaReading } from '#messaging/kafka/kafka-reading';
import { KafkaScan } from '#messaging/kafka/kafka-scan';
import { ProducerLane } from '#messaging/kafka/producer-lane';
import { durabilityFault, durabilityOn, topicConfig } from '#messaging/kafka/topic-config';
import { partitionOf } from '#messaging/partition-of';
import { requireFits } from '#messaging/record-size';
import { within } from '#messaging/within';

const CLOSE_MS = 10_000;
const NEW_TOPICS_MS = 30_000;
const LOOK_AGAIN_MS = 100;

/** The log on Apache Kafka: plain idempotent produce, eager groups, offsets kept by the reader. No transactions, no topics that nobody made. */
export class KafkaEventLog extends EventLog {
  private readonly producers: KafkaProducers;
  private readonly admin: Admin;
  private readonly lanes = new Map<string, ProducerLane>();
  private readonly partitionCounts = new Map<string, Promise<number>>();
  private readonly readings = new Set<KafkaReading>();
  private keyless = 0;

  private constructor(private readonly kafka: Kafka) {
    super();
    this.producers = new KafkaProducers(kafka);
    this.admin = kafka.admin({ retry: SHORT_RETRY });
  }

  /** `brokers` are `host:port`. @throws when none of them answers */
  static async connect(brokers: readonly string[], clientId: string): Promise<KafkaEventLog> {
    return KafkaEventLog.over(kafkaClient(brokers, clientId));
  }

  /** The log over a client that is already configured. */
  static async over(kafka: Kafka): Promise<KafkaEventLog> {
    const log = new KafkaEventLog(kafka);
    await log.admin.connect();
    return log;
  }

  override async ensureTopics(topics: readonly TopicSettings[]): Promise<void> {
    const existing = new Set(await this.admin.listTopics());
    const missing = topics.filter(({ name }) => !existing.has(name));
    if (missing.length === 0) return;
    const durability = durabilityOn(await this.brokers());
    await this.admin.createTopics({ topics: missing.map((topic) => topicConfig(topic, durability)), waitForLeaders: false });
    await this.untilLed(missing.map(({ name }) => name));
  }

  /**
   * The brokers learn of new topics some time after the controller has made them, and a broker named as leader takes up its
   * partitions later still: who reads before knows too few partitions, or is told that nobody leads them.
   */
  private async untilLed(topics: string[]): Promise<void> {
    for (const until = Date.now() + NEW_TOPICS_MS; ; await sleep(LOOK_AGAIN_MS)) {
      let cause: unknown;
      const led = await this.areLed(topics).catch((error: unknown) => {
        cause = error;
        return false;
      });
      if (led) return;
      if (Date.now() > until) throw new LogUnavailable(`nobody leads the new topics ${topics.join(', ')}`, { cause });
    }
  }

  private async areLed(topics: string[]): Promise<boolean> {
    const { topics: known } = await this.admin.fetchTopicMetadata({ topics });
    const isEachNamed = known.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0));
    if (isEachNamed) await Promise.all(topics.map(async (topic) => this.admin.fetchTopicOffsets(topic)));
    return isEachNamed;
  }

  /** One sentence for each topic that could lose what was acknowledged, though these brokers allow better. */
  async durabilityFaults(topics: readonly string[]): Promise<readonly string[]> {
    const brokers = await this.brokers();
    const { topics: described } = await this.admin.fetchTopicMetadata({ topics: [...topics] });
    const configNames = ['min.insync.replicas', 'unclean.leader.election.enable'];
    const { resources } = await this.admin.describeConfigs({
      resources: topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name, configNames })),
      includeSynonyms: false,
    });
    return described.flatMap(({ name, partitions }) => {
      const set = new Map(
        resources
          .filter(({ resourceName }) => resourceName === name)
          .flatMap(({ configEntries }) => configEntries.map(({ configName, configValue }) => [configName, configValue])),
      );
      const topic = {
        name,
        replicas: Math.min(...partitions.map(({ replicas }) => replicas.length)),
        inSync: Number(set.get('min.insync.replicas')),
        uncleanElection: set.get('unclean.leader.election.enable') === 'true',
      };
      return durabilityFault(topic, brokers) ?? [];
    });
  }

  private async brokers(): Promise<number> {
    return (await this.admin.describeCluster()).brokers.length;
  }

  override async append(topic: string, records: readonly NewRecord[]): Promise<void> {
    requireFits(records);
    const partitions = await this.partitionsOf(topic);
    const byPartition = new Map<number, NewRecord[]>();
    for (const record of records) {
      const partition = record.key === null ? this.keyless++ % partitions : partitionOf(record.key, partitions);
      const others = byPartition.get(partition);
      if (others) others.push(record);
      else byPartition.set(partition, [record]);
    }
    const sends = [...byPartition].map(async ([partition, its]) => this.laneOf(topic, partition).append(its));
    // All have ended before any failure is told, so that a retry never overtakes what is still on its way.
    for (const outcome of await Promise.allSettled(sends)) if (outcome.status === 'rejected') throw outcome.reason;
  }

  override async read(topic: string, group: string, reader: LogReader, onGap: (gap: LogGap) => void): Promise<Reading> {
    const view = {
      bounds: async () => this.bounds(topic),
      held: async (groupId: string) => partitionsHeld(this.admin, groupId, topic),
    };
    const reading = new KafkaReading(this.kafka, { topic, group, reader, onGap }, view);
    this.readings.add(reading);
    try {
      await reading.start();
    } catch (error) {
      await reading.stop();
      throw new LogUnavailable(`${group} cannot read ${topic}: ${String(error)}`, { cause: error });
    }
    return {
      stop: async () => {
        await reading.stop();
        this.readings.delete(reading);
      },
    };
  }

  override async openScan(topic: string): Promise<LogScan> {
    await this.partitionsOf(topic);
    const scan = new KafkaScan(this.kafka, this.admin, topic, async () => this.bounds(topic));
    try {
      await scan.start();
    } catch (error) {
      await scan.close();
      throw error;
    }
    return scan;
  }

  override async bounds(topic: string): Promise<readonly PartitionBounds[]> {
    const offsets = await this.admin.fetchTopicOffsets(topic);
    return offsets
      .map(({ partition, low, high }) => ({ partition, low: Number(low), next: Number(high) }))
      .sort((one, other) => one.partition - other.partition);
  }

  override async oldestPending(topic: string, from: ReadonlyMap<number, number>): Promise<Date | undefined> {
    const isPendingBefore = async (moment: number): Promise<boolean> => {
      const after = await this.admin.fetchTopicOffsetsByTimestamp(topic, moment);
      return after.some(({ partition, offset }) => Number(offset) > (from.get(partition) ?? Infinity));
    };
    const ends = await this.bounds(topic);
    const isPending = ends.some(({ partition, next }) => next > (from.get(partition) ?? Infinity));
    return isPending ? oldestPendingAt(isPendingBefore, Date.now()) : undefined;
  }

  override async close(): Promise<void> {
    await Promise.all([...this.readings].map(async (reading) => reading.stop()));
    await within(CLOSE_MS, this.producers.close());
    await within(CLOSE_MS, this.admin.disconnect());
  }

  private laneOf(topic: string, partition: number): ProducerLane {
    const name = `${topic}/${partition}`;
    let lane = this.lanes.get(name);
    if (!lane) this.lanes.set(name, (lane = new ProducerLane(topic, partition, this.producers)));
    return lane;
  }

  /** Partitions are never added in place, so their number is asked for once. */
  private async partitionsOf(topic: string): Promise<number> {
    let count = this.partitionCounts.get(topic);
    if (!count) this.partitionCounts.set(topic, (count = this.countPartitions(topic)));
    try {
      return await count;
    } catch (error) {
      this.partitionCounts.delete(topic);
      throw new LogUnavailable(`${topic}: ${String(error)}`, { cause: error });
    }
  }

  private async countPartitions(topic: string): Promise<number> {
    const { topics } = await this.admin.fetchTopicMetadata({ topics: [topic] });
    const count = topics[0]?.partitions.length ?? 0;
    if (count === 0) throw new Error('there is no such topic');
    return count;
  }
}
