import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { OutboxRelay } from '#messaging/postgres/outbox-relay';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { Database } from '#persistence/database';
import { WRITER } from './deliver-alert/tell-alerts';
import { RiskEventsConsumer } from './deliver-alert/risk-events.consumer';
import { AlertQueries, PostgresAlertQueries } from './list-alerts/alert-queries';
import { ListAlertsController } from './list-alerts/list-alerts.controller';
import { ListAlertsHandler } from './list-alerts/list-alerts.handler';
import { AlertPulse } from './stream-alerts/alert-pulse';
import { AlertStreams } from './stream-alerts/alert-streams';
import { StreamAlertsController } from './stream-alerts/stream-alerts.controller';

@Module({
  imports: [CqrsModule],
  controllers: [RiskEventsConsumer, ListAlertsController, StreamAlertsController],
  providers: [
    { provide: AlertQueries, useFactory: (database: Database) => new PostgresAlertQueries(database), inject: [Database] },
    ListAlertsHandler,
    AlertPulse,
    AlertStreams,
  ],
})
export class AlertDispatcherModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private relay: OutboxRelay | undefined;

  constructor(private readonly relays: OutboxRelays) {}

  onApplicationBootstrap(): void {
    this.relay = this.relays.start(WRITER);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay?.stop();
  }
}
