import { Controller, Get, Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthModule } from '#platform/http/health.module';
import { serve } from '#platform/http/serve';

let finish: () => void = () => undefined;

@Controller()
class SlowController {
  @Get('slow')
  async slow(): Promise<string> {
    await new Promise<void>((resolve) => (finish = resolve));
    return 'whole';
  }

  @Get('quick')
  quick(): string {
    return 'quick';
  }
}

@Module({ imports: [HealthModule.with({ useFactory: () => [] })], controllers: [SlowController] })
class SlowModule {}

describe('a process that is told to stop', () => {
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    app = await serve({ app: 'spec', root: SlowModule, port: 0, noticeMs: 300 });
    url = await app.getUrl();
  });
  afterEach(async () => app.close());

  const ask = async (path: string): Promise<{ status: number; body: string }> => {
    const answer = await fetch(url + path, { signal: AbortSignal.timeout(5_000) });
    return { status: answer.status, body: await answer.text() };
  };
  const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it('says first that it is not ready, and answers on; then refuses what is new and finishes what it has begun', async () => {
    const slow = ask('/slow');
    await pause(50);
    const closed = app.close();
    await pause(50);
    expect(await ask('/health/ready')).toMatchObject({ status: 503, body: expect.stringContaining('not-ready') });
    expect((await ask('/quick')).status).toBe(200);

    await pause(400);
    expect(await ask('/quick')).toMatchObject({ status: 503, body: expect.stringContaining('"retryable":true') });
    expect((await ask('/health/live')).status).toBe(200);

    finish();
    expect(await slow).toEqual({ status: 200, body: 'whole' });
    await closed;
  });

  it('does not wait for ever', async () => {
    const slow = ask('/slow').catch(() => 'cut off');
    await pause(50);
    const began = Date.now();
    await app.close();
    expect(Date.now() - began).toBeLessThan(7_000);
    expect(await slow).toBe('cut off');
  }, 15_000);
});
