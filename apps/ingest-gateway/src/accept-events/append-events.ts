import { Injectable, Logger } from '@nestjs/common';
import { toRecord } from '#messaging/codec';
import { EventLog, LogUnavailable, type NewRecord } from '#messaging/event-log';
import type { CheckedEvent } from './checked-event';

/** An event and the day that its receipt gives it. */
export interface Appending {
  readonly event: CheckedEvent;
  readonly receivedOn: string;
}

/** The door's only way onto the topics. */
@Injectable()
export class EventAppender {
  private readonly logger = new Logger(EventAppender.name);

  constructor(private readonly log: EventLog) {}

  /** Appends in the given order, one call per topic. @returns ids of the events that the log has acknowledged */
  async append(appending: readonly Appending[]): Promise<readonly string[]> {
    const byTopic = Map.groupBy(appending, ({ event }) => event.topic);
    const acknowledged = await Promise.all([...byTopic].map(async ([topic, page]) => this.appendPage(topic, page)));
    return acknowledged.flat();
  }

  private async appendPage(topic: string, page: readonly Appending[]): Promise<readonly string[]> {
    try {
      await this.log.append(topic, page.map(recordOf));
      return page.map(({ event }) => event.eventId);
    } catch (error) {
      if (error instanceof LogUnavailable) this.logger.warn(`${topic}: ${page.length} events without an answer: ${error.message}`);
      else this.logger.error(error);
      return [];
    }
  }
}

function recordOf({ event, receivedOn }: Appending): NewRecord {
  const { eventId, type, source } = event.record;
  return toRecord(event.key, { id: eventId, type, source, traceparent: event.traceparent, data: { ...event.record, receivedOn } });
}
