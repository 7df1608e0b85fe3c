import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { IdentityProvider } from '#access/identity-provider';
import { accessProviders, type Believed, identityProviderOf } from '#assembly/access.providers';
import { countBatches } from '#assembly/consumer-metrics';
import { connectLog } from '#assembly/connect-log';
import { SensitiveReadsModule } from '#access/sensitive-reads';
import type { StackConfig } from '#assembly/stack.config';
import { BullmqJobQueue } from '#jobs/bullmq/bullmq-job-queue';
import { JobQueue } from '#jobs/job-queue';
import { EventLog } from '#messaging/event-log';
import { LogTransport } from '#messaging/log-transport';
import { Offsets } from '#messaging/offsets';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { PostgresOffsets } from '#messaging/postgres/postgres-offsets';
import { within } from '#messaging/within';
import { Database } from '#persistence/database';
import { DemoMode } from '#platform/demo-mode';
import { ProcessMetrics } from '#platform/metrics/process-metrics';
import { Clock, SystemClock } from '#platform/time/clock';
import { CadreTokens } from '#vault/cadre-token';
import { Sealer } from '#vault/sealer';

const CLOSE_MS = 3_000;

/** Connects the ports with their adapters, once per process, from one configuration. Features see the ports. */
@Global()
@Module({})
export class StackModule implements OnApplicationShutdown {
  constructor(
    @Inject(EventLog) private readonly log: EventLog,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** @param believed how this process is told who asks */
  static with(config: StackConfig, believed: Believed): DynamicModule {
    const providers = [
      { provide: Database, useFactory: async () => Database.connect(config.LIUQU_DATABASE_URL) },
      { provide: EventLog, useFactory: async () => connectLog(config.LIUQU_LOG_URL) },
      { provide: JobQueue, useFactory: () => BullmqJobQueue.connect(config.LIUQU_JOBS_URL) },
      { provide: Offsets, useFactory: (database: Database) => new PostgresOffsets(database), inject: [Database] },
      {
        provide: LogTransport,
        useFactory: (log: EventLog, offsets: Offsets, metrics: ProcessMetrics) => new LogTransport(log, offsets, countBatches(metrics)),
        inject: [EventLog, Offsets, ProcessMetrics],
      },
      { provide: OutboxRelays, useFactory: (log: EventLog) => new OutboxRelays(config.LIUQU_DATABASE_URL, log), inject: [EventLog] },
      { provide: ProcessMetrics, useFactory: () => new ProcessMetrics() },
      { provide: Clock, useClass: SystemClock },
      { provide: Sealer, useFactory: () => new Sealer(config.LIUQU_SEALING_KEY) },
      { provide: CadreTokens, useFactory: () => new CadreTokens(config.LIUQU_TOKEN_KEY) },
      { provide: DemoMode, useFactory: () => new DemoMode(config.LIUQU_DEMO === 'true') },
      { provide: IdentityProvider, useFactory: () => identityProviderOf(config) },
      ...accessProviders(believed),
    ];
    return { module: StackModule, imports: [SensitiveReadsModule], providers, exports: providers.map((provider) => provider.provide) };
  }

  /** Last of all: what the features stopped using by then. A peer that is gone does not keep the process. */
  async onApplicationShutdown(): Promise<void> {
    await within(CLOSE_MS, this.jobs.close());
    await within(CLOSE_MS, this.log.close());
    await within(CLOSE_MS, this.database.close());
  }
}
