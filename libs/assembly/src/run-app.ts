import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Believed } from '#assembly/access.providers';
import type { StackConfig } from '#assembly/stack.config';
import { faultGauges, lagGauges, outboxGauges } from '#assembly/process-gauges';
import { StackModule } from '#assembly/stack.module';
import { EventLog, LogGap } from '#messaging/event-log';
import { LogTransport } from '#messaging/log-transport';
import { Offsets } from '#messaging/offsets';
import { requireFlowing } from '#messaging/postgres/outbox-flow';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { Database } from '#persistence/database';
import type { HealthCheck } from '#platform/http/health.controller';
import { HealthModule } from '#platform/http/health.module';
import { MetricsModule } from '#platform/http/metrics.module';
import { serve } from '#platform/http/serve';
import { type GaugeSource, ProcessMetrics } from '#platform/metrics/process-metrics';

/** Processes that browsers talk to; the others hear from the first of these who asks. */
const SIGN_IN = new Set(['console-api', 'all-in-one']);
/** A supervisor looks at readiness more often. */
const NOTICE_MS = 500;

/** Without its database a process can do nothing; with a stopped partition or announcements that stay it must not look well. */
const checksOf = (database: Database, transport: LogTransport, relays: OutboxRelays): readonly HealthCheck[] => [
  { name: 'database', answers: async () => database.query('SELECT 1') },
  {
    name: 'log',
    answers: async () => {
      if (transport.gaps.length > 0) throw new LogGap(`${transport.gaps.length} partitions stand still`);
    },
  },
  { name: 'outbox', answers: async () => requireFlowing(database, relays.writers) },
];

const gaugesOf = (
  database: Database,
  log: EventLog,
  offsets: Offsets,
  ...[transport, relays]: [LogTransport, OutboxRelays]
): readonly GaugeSource[] => [lagGauges(log, offsets, transport), outboxGauges(database, relays), ...faultGauges(database, transport)];

@Module({})
class ProcessModule {
  static of(config: StackConfig, roots: readonly Type[], believed: Believed): DynamicModule {
    const health = HealthModule.with({ useFactory: checksOf, inject: [Database, LogTransport, OutboxRelays] });
    const metrics = MetricsModule.with({ useFactory: gaugesOf, inject: [Database, EventLog, Offsets, LogTransport, OutboxRelays] });
    return { module: ProcessModule, imports: [StackModule.with(config, believed), health, metrics, ...roots] };
  }
}

/** Starts the given root modules in this process, with the services that the configuration names. */
export async function runApp(
  app: string,
  config: StackConfig,
  roots: readonly Type[],
  prepare?: (app: NestFastifyApplication) => Promise<void>,
): Promise<NestFastifyApplication> {
  return serve({
    app,
    root: ProcessModule.of(config, roots, SIGN_IN.has(app) ? 'sessions' : 'signatures'),
    port: config.LIUQU_PORT,
    transport: (nest) => nest.get(LogTransport),
    metrics: (nest) => nest.get(ProcessMetrics),
    noticeMs: NOTICE_MS,
    prepare,
  });
}
