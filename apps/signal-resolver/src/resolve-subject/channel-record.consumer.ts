import { EventPattern, Payload } from '@nestjs/microservices';
import { CHANNELS, channelTopic } from '#contracts/topics';
import type { RecordBatch } from '#messaging/event-log';
import { LogConsumer } from '#messaging/log-transport';
import { Database } from '#persistence/database';
import { Sealer } from '#vault/sealer';
import { resolveBatch } from './resolve-batch';

/** Takes what the door wrote on the six channels, once. */
@LogConsumer()
export class ChannelRecordConsumer {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  @EventPattern(CHANNELS.map((channel) => ({ topic: channelTopic(channel), group: 'signal-resolver' })))
  async resolve(@Payload() batch: RecordBatch): Promise<void> {
    await this.database.consume(batch, async (tx) => resolveBatch(tx, batch, this.sealer));
  }
}
