import type { EventLog } from '#messaging/event-log';
import { KafkaEventLog } from '#messaging/kafka/kafka-event-log';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';

/** The log that a URL names: `kafka://host:port,host:port`, or a PostgreSQL for the embedded one. */
export async function connectLog(url: string): Promise<EventLog> {
  if (!url.startsWith('kafka:')) return PostgresEventLog.connect(url);
  return KafkaEventLog.connect(url.slice('kafka://'.length).split(','), 'liuqu');
}
