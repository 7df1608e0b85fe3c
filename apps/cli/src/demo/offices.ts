import { dateOf, type Day } from '#domain/calendar/day';
import { codeOf, lettersOf, sourceOf } from './agencies';
import type { FedEvent } from './fed-event';

const PLACES = 5;

/** What an agency says on a day. */
export interface Said {
  readonly type: string;
  readonly day: Day;
  readonly data: unknown;
}

/** The agencies of one feed. Each numbers what it sends as offices do, by the year: XF-2026-05422. */
export class Offices {
  private readonly counts = new Map<string, number>();

  /** @param prefix with which their codes begin */
  constructor(private readonly prefix: string) {}

  /**
   * A CloudEvent of the product's profile (design: integration 1.1) under the next number of the agency.
   * @param agency its key
   */
  send(agency: string, { type, day, data }: Said): FedEvent {
    return {
      agency: codeOf(this.prefix, agency),
      receivedOn: day,
      event: {
        specversion: '1.0',
        id: this.nextNumber(agency, day),
        source: sourceOf(this.prefix, agency),
        type,
        time: `${dateOf(day)}T09:00:00+08:00`,
        dataschema: `/schemas/${type}`,
        datacontenttype: 'application/json',
        data,
      },
    };
  }

  private nextNumber(agency: string, day: Day): string {
    const ofYear = `${lettersOf(agency)}-${dateOf(day).slice(0, 4)}`;
    const count = (this.counts.get(ofYear) ?? 0) + 1;
    this.counts.set(ofYear, count);
    return `${ofYear}-${String(count).padStart(PLACES, '0')}`;
  }
}
