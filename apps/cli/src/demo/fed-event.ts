import type { SignalType } from '#contracts/signals/define-signal';
import { dateOf, type Day } from '#domain/calendar/day';
import { DEMO_AGENCIES } from './agencies';

/** One event as its agency would send it, and the day on which the door receives it. */
export interface FedEvent {
  readonly agency: string;
  readonly receivedOn: Day;
  readonly event: Readonly<Record<string, unknown>>;
}

const sourceOf = (agency: string): string => {
  const system = DEMO_AGENCIES.find((known) => known.code === agency)?.system ?? '';
  return `/agency/${agency}/${system}`;
};

/** What an agency says on a day. */
export interface Said {
  readonly type: string;
  readonly id: string;
  readonly day: Day;
  readonly data: unknown;
}

/** A CloudEvent of the product's profile (design: integration 1.1). */
export function cloudEvent(agency: string, { type, id, day, data }: Said): FedEvent['event'] {
  return {
    specversion: '1.0',
    id,
    source: sourceOf(agency),
    type,
    time: `${dateOf(day)}T09:00:00+08:00`,
    dataschema: `/schemas/${type}`,
    datacontenttype: 'application/json',
    data,
  };
}

/** The fields of a type's example, no date in them after the given day: nobody reports what has not come to pass. */
export function fieldsUpTo(type: SignalType, day: Day): Readonly<Record<string, unknown>> {
  const latest = dateOf(day);
  const fields = Object.entries(type.example['fields'] as Record<string, unknown>);
  return Object.fromEntries(fields.map(([name, value]) => [name, isDate(value) && value > latest ? latest : value]));
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
