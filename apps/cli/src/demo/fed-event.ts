import { dateOf, type Day } from '#domain/calendar/day';
import { codeOf, sourceOf } from './agencies';

/** One event as its agency would send it, and the day on which the door receives it. */
export interface FedEvent {
  /** Code of the agency. */
  readonly agency: string;
  readonly receivedOn: Day;
  readonly event: Readonly<Record<string, unknown>>;
  /** Broken on purpose: the door is to refuse it. */
  readonly malformed?: true;
  /** Sent before, with the same content. */
  readonly again?: true;
}

/** Whose agencies speak: codes begin with the prefix. */
export interface Sender {
  readonly prefix: string;
  /** Key of the agency. */
  readonly agency: string;
}

/** What an agency says on a day. */
export interface Said {
  readonly type: string;
  readonly id: string;
  readonly day: Day;
  readonly data: unknown;
}

/** A CloudEvent of the product's profile (design: integration 1.1). */
export function fedEvent({ prefix, agency }: Sender, { type, id, day, data }: Said): FedEvent {
  return {
    agency: codeOf(prefix, agency),
    receivedOn: day,
    event: {
      specversion: '1.0',
      id,
      source: sourceOf(prefix, agency),
      type,
      time: `${dateOf(day)}T09:00:00+08:00`,
      dataschema: `/schemas/${type}`,
      datacontenttype: 'application/json',
      data,
    },
  };
}

/** How another event names this one. */
export const referenceTo = ({ event }: FedEvent): { readonly source: unknown; readonly id: unknown } => ({
  source: event['source'],
  id: event['id'],
});
