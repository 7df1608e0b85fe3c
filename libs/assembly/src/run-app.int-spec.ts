import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { RISK_ALERTS, RISK_EVENTS } from '#contracts/topics';
import { toRecord } from '#messaging/codec';
import { MAX_RECORD_BYTES, type RecordBatch } from '#messaging/event-log';
import { LogConsumer } from '#messaging/log-transport';
import type { OutboxRelay } from '#messaging/postgres/outbox-relay';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { Database } from '#persistence/database';
import { eventually } from '#testing/eventually';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE_ID}-b7ad6b7169203331-01`;

/** Fails until it is told to hear. */
const hears = { yes: false };

@LogConsumer()
class ListeningConsumer {
  constructor(private readonly database: Database) {}

  @EventPattern({ topic: RISK_EVENTS, group: 'listener' })
  async hear(@Payload() batch: RecordBatch): Promise<void> {
    if (!hears.yes) throw new Error('not yet');
    await this.database.consume(batch, async (tx) =>
      tx.announce('speaker', [{ topic: RISK_ALERTS, key: 'c-1', id: 'e-9', cause: 'e-0', type: 'said', data: {} }]),
    );
  }
}

@Module({ controllers: [ListeningConsumer] })
class SpeakingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private relay: OutboxRelay | undefined;

  constructor(private readonly relays: OutboxRelays) {}

  onApplicationBootstrap(): void {
    this.relay = this.relays.start('speaker');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay?.stop();
  }
}

describeWith(['postgres'], 'a process whose app announces', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    stack = await aTestStack();
    app = await runApp('speaker', stack.config, [SpeakingModule]);
  });

  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  it('tells its metrics by the names of the operations page, and none besides', async () => {
    const answer = await app.inject({ method: 'GET', url: '/metrics' });
    expect(answer.headers['content-type']).toMatch('text/plain');
    const told = [...answer.body.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name);
    const page = readFileSync(join(__dirname, '../../../docs/operations.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const documented = rows.flatMap((row) => [...row.matchAll(/`((?:liuqu|process|nodejs)_[a-z0-9_]+)/g)].map(([, name]) => name));
    expect(new Set(documented)).toEqual(new Set(told));
  });

  it('measures requests by their pattern, and what fits none under one name', async () => {
    await app.inject({ method: 'GET', url: '/health/live' });
    await app.inject({ method: 'GET', url: '/某人/110101' });
    const { body } = await app.inject({ method: 'GET', url: '/metrics' });
    expect(body).toMatch(/liuqu_http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="2xx"\} [1-9]/);
    expect(body).toMatch(/liuqu_http_request_duration_seconds_count\{method="GET",route="none",status="4xx"\} 1/);
    expect(body).not.toContain('110101');
  });

  it('tells what waits in its outbox, and how far its consumers are behind', async () => {
    await stack.log.append(RISK_EVENTS, [
      toRecord('c-1', { id: 'e-0', type: 'said', source: '/spec', data: {}, traceparent: TRACEPARENT }),
    ]);
    await eventually(async () => {
      const { body } = await app.inject({ method: 'GET', url: '/metrics' });
      expect(body).toContain('liuqu_outbox_rows{writer="speaker"} 0');
      expect(body).toContain('liuqu_consumer_lag_records{topic="risk.events.v1",group="listener"} 1');
      expect(body).toMatch(/liuqu_consumer_lag_age_seconds\{topic="risk.events.v1",group="listener"\} 0\.\d+/);
      expect(body).toMatch(/liuqu_consumer_batches_total\{topic="risk.events.v1",group="listener",outcome="failed"\} [1-9]/);
      expect(body).toContain('liuqu_stopped_partitions{topic="risk.events.v1",group="listener"} 0');
      expect(body).toContain('liuqu_parked_messages{group="listener"} 0');
    });
    hears.yes = true;
    await eventually(async () => {
      const { body } = await app.inject({ method: 'GET', url: '/metrics' });
      expect(body).toContain('liuqu_consumer_lag_records{topic="risk.events.v1",group="listener"} 0');
      expect(body).toContain('liuqu_consumer_lag_age_seconds{topic="risk.events.v1",group="listener"} 0');
      expect(body).toContain('liuqu_consumer_records_total{topic="risk.events.v1",group="listener"} 1');
    });
  });

  it('announces what came of a record in the trace of that record', async () => {
    await eventually(async () => {
      const sent = await stack.database.query<{ headers: string }>('SELECT headers FROM log.record WHERE topic = $1', [RISK_ALERTS]);
      expect(sent.map(({ headers }) => JSON.parse(headers) as unknown)).toEqual([expect.objectContaining({ traceparent: TRACEPARENT })]);
    });
  });

  it('names the trace of a request in its refusal', async () => {
    const refused = await app.inject({ method: 'GET', url: '/nowhere', headers: { traceparent: TRACEPARENT } });
    expect(refused.json()).toMatchObject({ status: 404, traceId: TRACE_ID });
    const other = await app.inject({ method: 'GET', url: '/nowhere' });
    expect(other.json()).toMatchObject({ traceId: expect.stringMatching(/^[\da-f]{32}$/) });
  });

  it('is ready until an event is held, names the outbox then, and is ready again when that is gone', async () => {
    const ready = async (): Promise<{ statusCode: number; body: string }> => app.inject({ method: 'GET', url: '/health/ready' });
    expect(JSON.parse((await ready()).body)).toEqual({ status: 'ready', checked: ['database', 'log', 'outbox'] });

    const data = 'x'.repeat(MAX_RECORD_BYTES);
    await stack.database.transaction(async (tx) =>
      tx.announce('speaker', [{ topic: 'risk.events.v1', key: 'c-1', id: 'e-1', type: 'said', data }]),
    );

    await eventually(async () => expect(await ready()).toMatchObject({ statusCode: 503, body: expect.stringContaining('outbox') }));
    await stack.database.query('DELETE FROM log.outbox');
    expect((await ready()).statusCode).toBe(200);
  });
});
