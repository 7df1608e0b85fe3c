import { channelMessages } from '#contracts/asyncapi/channel-messages';
import { INQUIRY_EVENT_MESSAGES, POLICY_EVENT_MESSAGES, RISK_FACT_MESSAGES } from '#contracts/asyncapi/product-messages';
import { ALERT_MESSAGES, RISK_EVENT_MESSAGES } from '#contracts/asyncapi/risk-messages';
import type { TopicMessage } from '#contracts/asyncapi/topic-message';
import {
  CHANNELS,
  channelTopic,
  INQUIRY_EVENTS,
  POLICY_EVENTS,
  RISK_ALERTS,
  RISK_EVENTS,
  RISK_SIGNALS,
  type Topic,
  TOPICS,
} from '#contracts/topics';

type Node = Readonly<Record<string, unknown>>;

const KAFKA_BINDING = '0.5.0';
const MILLIS_PER_DAY = 86_400_000;

const MESSAGES: ReadonlyMap<string, readonly TopicMessage[]> = new Map([
  ...CHANNELS.map((channel) => [channelTopic(channel), channelMessages(channel)] as const),
  [RISK_SIGNALS, RISK_FACT_MESSAGES],
  [RISK_EVENTS, RISK_EVENT_MESSAGES],
  [INQUIRY_EVENTS, INQUIRY_EVENT_MESSAGES],
  [POLICY_EVENTS, POLICY_EVENT_MESSAGES],
  [RISK_ALERTS, ALERT_MESSAGES],
]);

export const messagesOn = (topic: string): readonly TopicMessage[] => MESSAGES.get(topic) ?? [];

const keyed = <T>(rows: readonly T[], key: (row: T) => string, value: (row: T) => Node): Node =>
  Object.fromEntries(rows.map((row) => [key(row), value(row)]));

/** CloudEvents 1.0 in Kafka's binary mode: attributes are headers, `data` is the value. */
function headersOf(type: string): Node {
  const properties = {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { type: 'string', description: 'With ce_source the identity of the event; the same pair is the same event.' },
    ce_type: { type: 'string', const: type },
    ce_source: { type: 'string' },
    'content-type': { type: 'string', const: 'application/json' },
  };
  return { type: 'object', properties, required: Object.keys(properties) };
}

function exampleHeaders(message: TopicMessage, topic: Topic): Node {
  const { eventId, source = `/liuqu/${topic.writer}` } = message.example;
  const id = typeof eventId === 'string' ? eventId : '3f2b8c1e-5a4d-4e6f-9a7b-1c2d3e4f5a6b';
  return { ce_specversion: '1.0', ce_id: id, ce_type: message.type, ce_source: source, 'content-type': 'application/json' };
}

function renderMessage(message: TopicMessage, topic: Topic): Node {
  return {
    name: message.type,
    title: message.title,
    contentType: 'application/json',
    headers: headersOf(message.type),
    payload: message.payload,
    bindings: { kafka: { key: { type: 'string', description: topic.key }, bindingVersion: KAFKA_BINDING } },
    examples: [{ name: message.type, headers: exampleHeaders(message, topic), payload: message.example }],
  };
}

function renderChannel(topic: Topic): Node {
  const retention = topic.retention === 'for-ever' ? -1 : topic.retention * MILLIS_PER_DAY;
  return {
    address: topic.name,
    title: topic.name,
    description: `Key: ${topic.key}. Only ${topic.writer} writes here, so each key has one order.`,
    messages: keyed(
      messagesOn(topic.name),
      (message) => message.type,
      (message) => renderMessage(message, topic),
    ),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: { 'retention.ms': retention },
        bindingVersion: KAFKA_BINDING,
      },
    },
  };
}

/** Names of channels and messages are keys with dots; a JSON pointer takes them as they are. */
function renderOperation(action: 'send' | 'receive', app: string, topic: Topic): Node {
  return {
    action,
    channel: { $ref: `#/channels/${topic.name}` },
    title: `${app} ${action === 'send' ? 'writes' : 'reads'} ${topic.name}`,
    tags: [{ name: app }],
    messages: messagesOn(topic.name).map((message) => ({ $ref: `#/channels/${topic.name}/messages/${message.type}` })),
  };
}

function renderOperations(): Node {
  const operations = TOPICS.flatMap((topic) => [
    { id: `${topic.writer}.writes.${topic.name}`, operation: renderOperation('send', topic.writer, topic) },
    ...topic.readers.map((reader) => ({ id: `${reader}.reads.${topic.name}`, operation: renderOperation('receive', reader, topic) })),
  ]);
  return keyed(
    operations,
    ({ id }) => id,
    ({ operation }) => operation,
  );
}

/**
 * Every topic between the apps, its writer and readers, and every message on it with schema and example, as AsyncAPI 3.0.
 * Made from the same tables that validate; nothing is written twice.
 */
export function renderAsyncapi(): Node {
  return {
    asyncapi: '3.0.0',
    id: 'urn:liuqu:topics',
    info: {
      title: '六渠 Liuqu: events between the apps',
      version: '1.0.0',
      description: 'CloudEvents 1.0 over Kafka, binary mode. A type ends in its major version; within one, only optional fields are added.',
      license: { name: 'UNLICENSED' },
      contact: { name: 'Liuqu' },
      tags: [...new Set(TOPICS.map((topic) => topic.writer))].map((name) => ({ name })),
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: '{broker}',
        protocol: 'kafka',
        description: 'The log of the installation. Partition = murmur2(key) mod n.',
        variables: { broker: { default: '127.0.0.1:9092', description: 'host:port of one broker' } },
      },
    },
    channels: keyed(TOPICS, (topic) => topic.name, renderChannel),
    operations: renderOperations(),
  };
}
