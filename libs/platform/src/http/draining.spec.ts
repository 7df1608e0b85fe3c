import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthModule } from '#platform/http/health.module';
import { serve } from '#platform/http/serve';

let finish: (() => void) | undefined;

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
    finish = undefined;
    app = await serve({ app: 'spec', root: SlowModule, port: 0, noticeMs: 2_500 });
    url = await app.getUrl();
  });
  afterEach(async () => app.close());

  const ask = async (path: string): Promise<{ status: number; body: string }> => {
    const answer = await fetch(url + path, { signal: AbortSignal.timeout(20_000) });
    return { status: answer.status, body: await answer.text() };
  };
  const begun = async (): Promise<void> => {
    while (!finish) await sleep(5);
  };
  const untilRefused = async (path: string): Promise<{ status: number; body: string }> => {
    let answer = await ask(path);
    for (; answer.status !== 503; answer = await ask(path)) await sleep(5);
    return answer;
  };

  it('says first that it is not ready, and answers on; then refuses what is new and finishes what it has begun', async () => {
    const slow = ask('/slow');
    await begun();
    const closed = app.close();
    const refusals = [await untilRefused('/health/ready'), await ask('/quick'), await untilRefused('/quick')];
    expect(refusals.map(({ status }) => status)).toEqual([503, 200, 503]);
    expect(refusals[0]?.body).toContain('not-ready');
    expect(refusals[2]?.body).toContain('"retryable":true');
    expect((await ask('/health/live')).status).toBe(200);

    finish?.();
    expect(await slow).toEqual({ status: 200, body: 'whole' });
    await closed;
  });

  it('does not wait for ever', async () => {
    const slow = ask('/slow').catch(() => 'cut off');
    await begun();
    await app.close();
    expect(await slow).toBe('cut off');
  }, 30_000);
});
