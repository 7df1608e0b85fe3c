import { EventPattern, Payload } from '@nestjs/microservices';
import { RISK_SIGNALS } from '#contracts/topics';
import type { RecordBatch } from '#messaging/event-log';
import { LogConsumer } from '#messaging/log-transport';
import { Database } from '#persistence/database';
import { Sealer } from '#vault/sealer';
import { liveSlot } from '../reading-slots/reading-slot';
import { projectBatch } from './project-batch';

/** Takes what the resolver released, once, and keeps one reading per subject. */
@LogConsumer()
export class RiskSignalsConsumer {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  @EventPattern({ topic: RISK_SIGNALS, group: 'risk-projector' })
  async project(@Payload() batch: RecordBatch): Promise<void> {
    await this.database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), this.sealer));
  }
}
