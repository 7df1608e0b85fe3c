import { lagOf } from '#messaging/consumer-lag';
import type { EventLog } from '#messaging/event-log';
import type { LogTransport } from '#messaging/log-transport';
import type { Offsets } from '#messaging/offsets';
import type { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { outboxLevels, parkedCounts } from '#persistence/operations/log-levels';
import type { Database } from '#persistence/database';
import type { GaugeRow, GaugeSource } from '#platform/metrics/process-metrics';

const secondsSince = (moment: Date | undefined): number => (moment ? Math.max(0, (Date.now() - moment.getTime()) / 1_000) : 0);

/** How far this process's groups are behind, each over all its members. */
export function lagGauges(log: EventLog, offsets: Offsets, transport: LogTransport): GaugeSource {
  const rowOf = async ({ topic, group }: { readonly topic: string; readonly group: string }): Promise<GaugeRow> => {
    const { records, oldest } = await lagOf(log, offsets, topic, group);
    return {
      labels: { topic, group },
      values: { liuqu_consumer_lag_records: records, liuqu_consumer_lag_age_seconds: secondsSince(oldest) },
    };
  };
  return {
    labels: ['topic', 'group'],
    gauges: {
      liuqu_consumer_lag_records: 'Records of the topic that the group has not stored.',
      liuqu_consumer_lag_age_seconds: 'Since the oldest of them was appended; 0 when there is none.',
    },
    read: async () => Promise.all(transport.subscriptions.map(rowOf)),
  };
}

/** What this process's apps announced and the log does not have yet. */
export function outboxGauges(database: Database, relays: OutboxRelays): GaugeSource {
  return {
    labels: ['writer'],
    gauges: {
      liuqu_outbox_rows: 'Events that wait to go out, held ones too.',
      liuqu_outbox_held_rows: 'Events that the log does not take, for a person to decide.',
      liuqu_outbox_oldest_age_seconds: 'Since the oldest event that is not held was announced; 0 when there is none.',
    },
    read: async () => {
      const levels = await outboxLevels(database, relays.writers);
      return levels.map(({ writer, rows, held, oldest }) => ({
        labels: { writer },
        values: { liuqu_outbox_rows: rows, liuqu_outbox_held_rows: held, liuqu_outbox_oldest_age_seconds: oldest },
      }));
    },
  };
}

/** What this process's groups could not read, and where they stand still. */
export function faultGauges(database: Database, transport: LogTransport): readonly GaugeSource[] {
  const groups = (): string[] => [...new Set(transport.subscriptions.map(({ group }) => group))];
  return [
    {
      labels: ['group'],
      gauges: { liuqu_parked_messages: 'Messages that could not be read and that nobody has settled.' },
      read: async () => {
        const counts = await parkedCounts(database, groups());
        return counts.map(({ group, count }) => ({ labels: { group }, values: { liuqu_parked_messages: count } }));
      },
    },
    {
      labels: ['topic', 'group'],
      gauges: { liuqu_stopped_partitions: 'Partitions that this process stopped reading because records are missing.' },
      read: async () =>
        Promise.resolve(
          transport.subscriptions.map(({ topic, group }) => {
            const stopped = transport.gaps.filter((gap) => gap.topic === topic && gap.group === group).length;
            return { labels: { topic, group }, values: { liuqu_stopped_partitions: stopped } };
          }),
        ),
    },
  ];
}
