import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import type { LogRecord, NewRecord } from '#messaging/event-log';

/** A record for one partition; kafkajs is never left to choose it. */
export function toMessage(record: NewRecord, partition: number): Message {
  return { key: record.key, value: record.value, headers: { ...record.headers }, partition };
}

/** A null value, which a foreign writer may send, reads as an empty one. */
export function fromMessage(message: KafkaMessage): LogRecord {
  return {
    offset: Number(message.offset),
    key: message.key === null ? null : message.key.toString(),
    value: message.value ?? Buffer.alloc(0),
    headers: textHeaders(message.headers ?? {}),
  };
}

/** Of a header that is given several times the last one counts. */
function textHeaders(headers: IHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const last = Array.isArray(value) ? value.at(-1) : value;
      return [name, last === undefined ? '' : last.toString()];
    }),
  );
}
