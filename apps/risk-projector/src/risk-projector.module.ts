import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { OutboxRelay } from '#messaging/postgres/outbox-relay';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { PoliciesModule } from './policies.module';
import { WRITER } from './project-signals/project-batch';
import { RiskSignalsConsumer } from './project-signals/risk-signals.consumer';
import { EnterPointsController } from './enter-points/enter-points.controller';
import { RebuildModule } from './rebuild.module';
import { DailyRereading } from './reread-readings/daily-rereading';

@Module({
  imports: [PoliciesModule, RebuildModule],
  controllers: [RiskSignalsConsumer, EnterPointsController],
  providers: [DailyRereading],
})
export class RiskProjectorModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private relay: OutboxRelay | undefined;

  constructor(private readonly relays: OutboxRelays) {}

  onApplicationBootstrap(): void {
    this.relay = this.relays.start(WRITER);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay?.stop();
  }
}
