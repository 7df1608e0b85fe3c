/** A stream between apps. Each has one writer, so each key has one order (design: architecture 1). */
export interface Topic {
  readonly name: string;
  readonly key: string;
  readonly writer: string;
  readonly readers: readonly string[];
  /** Days that records are kept; 'for-ever' where the topic is the truth. */
  readonly retention: number | 'for-ever';
  readonly partitions: number;
}

const PARTITIONS = 12;

export const CHANNELS = ['self', 'team', 'superior', 'organization', 'public', 'media'] as const;
export type Channel = (typeof CHANNELS)[number];

export const channelTopic = (channel: Channel): string => `channel.${channel}.v1`;

export const RISK_SIGNALS = 'risk.signals.v1';
export const RISK_EVENTS = 'risk.events.v1';
export const RISK_ALERTS = 'risk.alerts.v1';
export const INQUIRY_EVENTS = 'inquiry.events.v1';
export const POLICY_EVENTS = 'policy.events.v1';

export const TOPICS: readonly Topic[] = [
  ...CHANNELS.map((channel) => ({
    name: channelTopic(channel),
    key: 'source + matter',
    writer: 'ingest-gateway',
    readers: ['signal-resolver'],
    retention: 30,
    partitions: PARTITIONS,
  })),
  {
    name: RISK_SIGNALS,
    key: 'subject',
    writer: 'signal-resolver',
    readers: ['risk-projector'],
    retention: 'for-ever',
    partitions: PARTITIONS,
  },
  {
    name: RISK_EVENTS,
    key: 'subject',
    writer: 'risk-projector',
    readers: ['inquiry-workflow', 'alert-dispatcher'],
    retention: 90,
    partitions: PARTITIONS,
  },
  { name: INQUIRY_EVENTS, key: 'subject', writer: 'inquiry-workflow', readers: [], retention: 'for-ever', partitions: PARTITIONS },
  { name: POLICY_EVENTS, key: 'kind of policy', writer: 'risk-projector', readers: [], retention: 'for-ever', partitions: PARTITIONS },
  { name: RISK_ALERTS, key: 'subject', writer: 'alert-dispatcher', readers: [], retention: 90, partitions: PARTITIONS },
];
