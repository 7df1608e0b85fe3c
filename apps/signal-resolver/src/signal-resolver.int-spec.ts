import { type DynamicModule, Global, type INestApplication, type InjectionToken, Module } from '@nestjs/common';
import { DemoPrincipals } from '#access/demo-principals';
import { PostgresReadLog } from '#access/postgres/postgres-read-log';
import { Principals } from '#access/principals';
import { ReadLog } from '#access/read-log';
import { channelTopic, RISK_SIGNALS, TOPICS } from '#contracts/topics';
import { toRecord } from '#messaging/codec';
import { LogTransport } from '#messaging/log-transport';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { PostgresOffsets } from '#messaging/postgres/postgres-offsets';
import { Database } from '#persistence/database';
import { serve } from '#platform/http/serve';
import { Clock, SystemClock } from '#platform/time/clock';
import { aSignalRecord, eventOf } from '#testing/channel-records';
import { eventually } from '#testing/eventually';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { CADRE_TOKENS_OF_TESTS, SEALER_OF_TESTS } from '#testing/resolver-on-postgres';
import { CadreTokens } from '#vault/cadre-token';
import { Sealer } from '#vault/sealer';
import { SignalResolverModule } from './signal-resolver.module';

@Global()
@Module({})
class ServicesModule {
  static of(given: readonly (readonly [InjectionToken, unknown])[]): DynamicModule {
    const providers = given.map(([provide, useValue]) => ({ provide, useValue }));
    return { module: ServicesModule, imports: [SignalResolverModule], providers, exports: providers.map(({ provide }) => provide) };
  }
}

describeWith(['postgres'], 'the resolver on the embedded log', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let log: PostgresEventLog;
  let app: INestApplication;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 10);
    await database.migrate();
    await database.query(`INSERT INTO resolver.cadre VALUES ('cadre:1', 'token-1', '陈示例', '其他')`);
    log = await PostgresEventLog.connect(fresh.url);
    await log.ensureTopics(TOPICS);
    const services: readonly (readonly [InjectionToken, unknown])[] = [
      [Database, database],
      [LogTransport, new LogTransport(log, new PostgresOffsets(database))],
      [OutboxRelays, new OutboxRelays(fresh.url, log)],
      [Clock, new SystemClock()],
      [Principals, new DemoPrincipals()],
      [ReadLog, new PostgresReadLog(database)],
      [Sealer, SEALER_OF_TESTS],
      [CadreTokens, CADRE_TOKENS_OF_TESTS],
    ];
    const root = ServicesModule.of(services);
    app = await serve({ app: 'in a test', root, port: 0, transport: (nest) => nest.get(LogTransport) });
  });
  afterAll(async () => {
    await app?.close();
    await log?.close();
    await database?.close();
    await fresh?.drop();
  });

  it('reads every channel and writes what it found on the topic of facts', async () => {
    const codes = [
      'self-personal-matters-late',
      'team-leader-spoke-first',
      'superior-inspection-finding',
      'org-audit-exit-finding',
      'public-hotline-complaint',
      'media-negative-report',
    ];
    const records = codes.map((code) => aSignalRecord({ id: code, code }));
    for (const record of records) {
      const event = { id: record.eventId, type: record.type, source: record.source, data: record };
      await log.append(channelTopic(record.channel), [toRecord(`${record.source} ${record.id}`, event)]);
    }
    await eventually(async () => {
      const rows = await database.query<{ key: string; headers: string }>('SELECT key, headers FROM log.record WHERE topic = $1', [
        RISK_SIGNALS,
      ]);
      expect(rows.map(({ key }) => key)).toEqual(codes.map(() => 'cadre:1'));
      const ids = rows.flatMap(({ headers }) => (JSON.parse(headers) as Record<string, string>)['ce_id'] ?? []);
      expect(ids.toSorted()).toEqual(codes.map((code) => eventOf(code)).toSorted());
    });
  });
});
