import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ConfigResourceTypes, ConfigSource, type PartitionAssigner, PartitionAssigners } from 'kafkajs';
import type { EventLog, RecordBatch } from '#messaging/event-log';
import { kafkaClient } from '#messaging/kafka/kafka-client';
import { KafkaEventLog } from '#messaging/kafka/kafka-event-log';
import { describeEventLog } from '#testing/event-log.contract';
import { describeEventLogCrash } from '#testing/event-log-crash.contract';
import { describeEventLogOverLink, type LinkedEventLogHarness } from '#testing/event-log-over-link.contract';
import { eventually } from '#testing/eventually';
import { CuttingProxy } from '#testing/services/cutting-proxy';
import { describeWith, sharedAddress } from '#testing/services/local-services';

/** A request begins with four bytes of length and two of its kind; 0 is a produce request. */
const isProduce = (request: Buffer): boolean => request.length > 6 && request.readInt16BE(4) === 0;

async function onSharedBroker(): Promise<LinkedEventLogHarness> {
  const { hostname, port, host } = new URL(sharedAddress('kafka'));
  const open: { close(): Promise<void> }[] = [];
  const opened = async <T extends { close(): Promise<void> }>(connection: Promise<T>): Promise<T> => {
    open.push(await connection);
    return connection;
  };
  return {
    connect: async (): Promise<EventLog> => opened(KafkaEventLog.connect([host], 'spec')),
    connectOverLink: async () => {
      const proxy = await CuttingProxy.to(hostname, Number(port));
      const throughProxy = kafkaClient([host], 'spec', ({ onConnect }) => connect(proxy.port, '127.0.0.1', onConnect));
      const log = await opened(KafkaEventLog.over(throughProxy));
      open.push(proxy);
      return {
        log,
        link: { loseNextAnswer: async () => proxy.cutAnswerTo(isProduce), cut: () => proxy.cutAll(), sever: () => proxy.sever() },
      };
    },
    forget: async (topic, partition, low) => {
      const admin = kafkaClient([host], 'spec').admin();
      try {
        await admin.connect();
        // A busy broker may have no leader for the topic for a moment.
        await eventually(async () => void (await admin.fetchTopicOffsets(topic)));
        await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(low) }] });
      } finally {
        await admin.disconnect();
      }
    },
    close: async () => {
      for (const one of open) await one.close();
    },
  };
}

describeWith(['kafka'], 'the event log on Kafka', () => {
  // Every failure here is wanted; what is logged about it would hide the rest.
  beforeAll(() => Logger.overrideLogger(false));

  it('makes topics whose durability is their own, not the default of the broker', async () => {
    const { host } = new URL(sharedAddress('kafka'));
    const admin = kafkaClient([host], 'spec').admin();
    const log = await KafkaEventLog.connect([host], 'spec');
    const name = `durable.${randomUUID()}`;
    try {
      await log.ensureTopics([{ name, partitions: 2, retention: 30 }]);
      await admin.connect();
      await eventually(async () => {
        const { topics } = await admin.fetchTopicMetadata({ topics: [name] });
        expect(topics[0]?.partitions.map(({ replicas }) => replicas.length)).toEqual([1, 1]);
      });
      const { resources } = await admin.describeConfigs({ resources: [{ type: ConfigResourceTypes.TOPIC, name }], includeSynonyms: false });
      const ofTopic = resources[0]?.configEntries.filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG) ?? [];
      expect(Object.fromEntries(ofTopic.map(({ configName, configValue }) => [configName, configValue]))).toMatchObject({
        'min.insync.replicas': '1',
        'unclean.leader.election.enable': 'false',
        'retention.ms': '2592000000',
      });
      expect(await log.durabilityFaults([name])).toEqual([]);
    } finally {
      await log.close();
      await admin.disconnect();
    }
  });

  it('leaves no partition unread when the leader of a group has given out nothing', async () => {
    const { host } = new URL(sharedAddress('kafka'));
    const log = await KafkaEventLog.connect([host], 'spec');
    const topic = `forgotten.${randomUUID()}`;
    let generations = 0;
    const forgetful: PartitionAssigner = (of) => {
      const fair = PartitionAssigners.roundRobin(of);
      // Alone, and when the other joins: as with metadata that does not name the partitions yet.
      return { ...fair, assign: async (group) => ((generations += 1) <= 2 ? [] : fair.assign(group)) };
    };
    const leader = kafkaClient([host], 'spec').consumer({
      groupId: `projector.${topic}`,
      partitionAssigners: [forgetful],
      maxWaitTimeInMs: 100,
    });
    const read = new Set<string>();
    try {
      await log.ensureTopics([{ name: topic, partitions: 3, retention: 30 }]);
      await leader.connect();
      await leader.subscribe({ topics: [topic], fromBeginning: true });
      const joined = new Promise((resolve) => leader.on(leader.events.GROUP_JOIN, resolve));
      await leader.run({ eachMessage: async ({ message }) => void read.add(String(message.value)) });
      await joined;
      const handle = async ({ records }: RecordBatch): Promise<void> => records.forEach(({ value }) => read.add(String(value)));
      await log.read(topic, 'projector', { nextOffset: async () => null, handle }, () => undefined);
      const records = Array.from({ length: 9 }, (_, nth) => ({ key: null, value: Buffer.from(`event ${nth}`), headers: {} }));
      await log.append(topic, records);

      await eventually(() => expect([...read].sort()).toEqual(records.map(({ value }) => String(value))), 40_000);
      expect(generations).toBeGreaterThan(2);
    } finally {
      await leader.disconnect();
      await log.close();
    }
  });

  describeEventLog('KafkaEventLog', onSharedBroker);
  describeEventLogOverLink('KafkaEventLog', onSharedBroker);
  describeEventLogCrash('kafka', async (url) => KafkaEventLog.connect([new URL(url).host], 'spec'));
});
