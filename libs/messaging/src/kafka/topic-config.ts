import type { ITopicConfig } from 'kafkajs';
import type { TopicSettings } from '#messaging/event-log';

const DAY_MS = 86_400_000;
const MOST_REPLICAS = 3;

export interface Durability {
  readonly replicas: number;
  /** How many of them have a record before it is acknowledged. */
  readonly inSync: number;
}

/** As safe as so many brokers allow: an acknowledged record outlives one broker, and one broker may be away while others write. */
export function durabilityOn(brokers: number): Durability {
  const replicas = Math.max(1, Math.min(MOST_REPLICAS, brokers));
  return { replicas, inSync: Math.max(1, replicas - 1) };
}

/** What is set at the topic itself, so that no broker's default decides. */
export function topicConfig({ name, partitions, retention }: TopicSettings, { replicas, inSync }: Durability): ITopicConfig {
  const milliseconds = retention === 'for-ever' ? -1 : retention * DAY_MS;
  return {
    topic: name,
    numPartitions: partitions,
    replicationFactor: replicas,
    configEntries: [
      { name: 'min.insync.replicas', value: String(inSync) },
      { name: 'unclean.leader.election.enable', value: 'false' },
      { name: 'retention.ms', value: String(milliseconds) },
      { name: 'retention.bytes', value: '-1' },
      { name: 'cleanup.policy', value: 'delete' },
    ],
  };
}

/** A topic as the brokers describe it; `replicas` of the partition that has fewest. */
export interface KeptTopic extends Durability {
  readonly name: string;
  readonly uncleanElection: boolean;
}

/** One sentence about a topic that could lose what was acknowledged; undefined when it is as safe as so many brokers allow. */
export function durabilityFault(topic: KeptTopic, brokers: number): string | undefined {
  const { replicas, inSync } = durabilityOn(brokers);
  if (topic.replicas < replicas) return `${topic.name} has ${topic.replicas} of ${replicas} replicas`;
  if (topic.inSync < inSync) return `${topic.name} acknowledges with min.insync.replicas ${topic.inSync}, not ${inSync}`;
  return topic.uncleanElection ? `${topic.name} allows unclean.leader.election` : undefined;
}
