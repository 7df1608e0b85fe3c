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

/** A CloudEvent of the product's profile (design: integration 1.1). */
export function cloudEvent(agency: string, type: string, id: string, day: Day, data: unknown): FedEvent['event'] {
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
