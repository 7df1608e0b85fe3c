import { EventPattern, Payload } from '@nestjs/microservices';
import { RISK_EVENTS } from '#contracts/topics';
import type { RecordBatch } from '#messaging/event-log';
import { LogConsumer } from '#messaging/log-transport';
import { parkUnread } from '#messaging/read-batch';
import { Database } from '#persistence/database';
import { Sealer } from '#vault/sealer';
import { readEdges } from './read-edges';
import { tellAlerts } from './tell-alerts';

/** Hears the upward edges of cadres and units and their corrections, once: alerts, announcements and the offset are stored together. */
@LogConsumer()
export class RiskEventsConsumer {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  @EventPattern({ topic: RISK_EVENTS, group: 'alert-dispatcher' })
  async hear(@Payload() batch: RecordBatch): Promise<void> {
    const { heard, unread } = readEdges(batch);
    await this.database.consume(batch, async (tx) => {
      await parkUnread(tx, batch, unread, this.sealer);
      await tellAlerts(tx, heard);
    });
  }
}
