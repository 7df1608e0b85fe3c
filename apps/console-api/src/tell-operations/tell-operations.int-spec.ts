import { operationsAnswer } from '#contracts/console/operations';
import { connectLog } from '#assembly/connect-log';
import { TOPICS } from '#contracts/topics';
import { JobQueue } from '#jobs/job-queue';
import type { EventLog } from '#messaging/event-log';
import { PostgresOffsets } from '#messaging/postgres/postgres-offsets';
import { Database } from '#persistence/database';
import { SystemClock } from '#platform/time/clock';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { AppAddresses } from './app-addresses';
import { ConsumerLags } from './consumer-lags';
import { TellOperationsHandler } from './tell-operations.handler';

class SilentQueue extends JobQueue {
  override async ready(): Promise<void> {
    return Promise.reject(new Error('away'));
  }
  override async schedule(): Promise<void> {
    return Promise.resolve();
  }
  override async work(): Promise<void> {
    return Promise.resolve();
  }
  override async close(): Promise<void> {
    return Promise.resolve();
  }
}

describeWith(['postgres'], 'how the installation does', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let log: EventLog;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    log = await connectLog(fresh.url);
    await log.ensureTopics(TOPICS);
  });
  afterAll(async () => {
    await log?.close();
    await database?.close();
    await fresh?.drop();
  });

  it('tells who is behind and for how long, what waits to go out, what is parked and who is away, and nothing of a content', async () => {
    await log.append('risk.signals.v1', [{ key: 'cadre:0001', value: Buffer.from('机密'), headers: {} }]);
    await database.query('DELETE FROM log.outbox');
    await database.query(`INSERT INTO log.outbox (writer, topic, key, event_id, type, data)
                          VALUES ('risk-projector', 'risk.events.v1', 'cadre:0001', 'e-1', 't', '机密')`);
    await database.query(`INSERT INTO log.parked (consumer_group, topic, part, log_offset, reason, sealed)
                          VALUES ('risk-projector', 'risk.signals.v1', 3, 7, 'data-malformed', '\\x01')`);
    const addresses = new AppAddresses();
    addresses.tell({ 'alert-dispatcher': 'http://127.0.0.1:9' });
    const lags = new ConsumerLags(log, new PostgresOffsets(database), new SystemClock());
    const handler = new TellOperationsHandler(database, lags, new SilentQueue(), addresses);

    const told = operationsAnswer.parse(await handler.execute());

    expect(told.consumers.find(({ group }) => group === 'risk-projector')).toMatchObject({ topic: 'risk.signals.v1', behind: 1 });
    expect(told.consumers.filter(({ behind }) => behind !== 0)).toHaveLength(1);
    expect(told.outboxes.find(({ writer }) => writer === 'risk-projector')).toMatchObject({ rows: 1, held: 0 });
    expect(told.parked).toMatchObject({
      count: 1,
      items: [{ group: 'risk-projector', partition: 3, offset: 7, reason: 'data-malformed' }],
    });
    expect(told.dueWork).toEqual({ waiting: 0, held: 0, late: 0, oldest: null, queueAnswers: false });
    expect(told.apps).toEqual([
      { app: 'console-api', ready: true },
      { app: 'alert-dispatcher', ready: false },
    ]);
    expect(told.schema.changes).toBeGreaterThan(10);
    expect(JSON.stringify(told)).not.toMatch(/机密|cadre:0001/);
  });
});
