import type { NewRecord } from '#messaging/event-log';

/** An event on a topic, as CloudEvents 1.0 in Kafka's binary mode: attributes as headers, `data` as the value. */
export interface TopicEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly data: unknown;
}

/** The bytes of a record are not an event: it is parked, never skipped. */
export class Undecodable extends Error {
  override readonly name = 'Undecodable';
}

export function toRecord(key: string, event: TopicEvent): NewRecord {
  return textRecord(key, event, JSON.stringify(event.data));
}

/** The same for `data` that is already JSON text. */
export function textRecord(key: string, event: Omit<TopicEvent, 'data'>, text: string): NewRecord {
  return {
    key,
    value: Buffer.from(text),
    headers: {
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_type: event.type,
      ce_source: event.source,
      'content-type': 'application/json',
    },
  };
}

/** @throws Undecodable */
export function fromRecord(record: NewRecord): TopicEvent {
  const { ce_id: id, ce_type: type, ce_source: source } = record.headers;
  if (id === undefined || type === undefined || source === undefined) throw new Undecodable('a CloudEvents header is missing');
  try {
    return { id, type, source, data: JSON.parse(record.value.toString()) as unknown };
  } catch {
    throw new Undecodable('the value is not JSON');
  }
}
