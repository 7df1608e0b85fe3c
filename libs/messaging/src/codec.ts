import type { NewRecord } from '#messaging/event-log';
import { BatchTraces } from '#platform/trace/batch-traces';

/** An event on a topic, as CloudEvents 1.0 in Kafka's binary mode: attributes as headers, `data` as the value. */
export interface TopicEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly data: unknown;
  /** The trace of the request that it came of (W3C Trace Context); only written, since a batch is read in the traces of its records. */
  readonly traceparent?: string;
}

const TRACEPARENT = 'traceparent';

/** The traces of a batch, by the headers of its records. */
export const tracesOf = (records: readonly NewRecord[]): BatchTraces =>
  new BatchTraces(records.map(({ key, headers }) => ({ key, id: headers['ce_id'], traceparent: headers[TRACEPARENT] })));

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
      ...(event.traceparent === undefined ? {} : { [TRACEPARENT]: event.traceparent }),
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
