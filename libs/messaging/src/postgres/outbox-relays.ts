import { Logger } from '@nestjs/common';
import type { EventLog } from '#messaging/event-log';
import { OutboxRelay } from '#messaging/postgres/outbox-relay';

/** The relays of the writers that live in this process. */
export class OutboxRelays {
  private readonly logger = new Logger(OutboxRelays.name);
  private readonly started = new Set<string>();

  constructor(
    private readonly databaseUrl: string,
    private readonly log: EventLog,
  ) {}

  /** Begins to send what `writer` puts into the outbox; the caller stops it. */
  start(writer: string): OutboxRelay {
    const relay = new OutboxRelay(this.databaseUrl, this.log, writer, {
      onFailure: (error) => this.logger.warn(`${writer}: ${String(error)}`),
      onHeld: (eventId, reason) => this.logger.error(`${writer}: event ${eventId} is held: ${reason}`),
    });
    this.started.add(writer);
    relay.start();
    return relay;
  }

  /** Whose outboxes this process answers for. */
  get writers(): readonly string[] {
    return [...this.started];
  }
}
