import { Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { MAX_RECORD_BYTES } from '#messaging/event-log';
import type { OutboxRelay } from '#messaging/postgres/outbox-relay';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { eventually } from '#testing/eventually';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';

@Module({})
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
