import { Body, Controller, Logger, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthModule } from '#platform/http/health.module';
import { serve } from '#platform/http/serve';

@Controller()
class EchoController {
  @Post('echo')
  echo(@Body() body: unknown): unknown {
    return body;
  }
}

@Module({ imports: [HealthModule.with({ useFactory: () => [] })], controllers: [EchoController] })
class EchoModule {}

describe('a body that no handler ever sees', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    app = await serve({ app: 'spec', root: EchoModule, port: 0 });
  }, 30_000);
  afterAll(async () => app.close());

  it.each([
    ['that is not JSON', 'application/json', '{', { status: 400, code: 'malformed-request' }],
    ['of a kind that nobody takes', 'application/vnd.ms-excel', 'a,b', { status: 415, code: 'media-type-not-known' }],
    ['that is too large', 'application/json', JSON.stringify('x'.repeat(6 * 1024 * 1024)), { status: 413, code: 'too-large' }],
  ])('%s is answered as a problem', async (_what, type, body, problem) => {
    const answer = await fetch(`${await app.getUrl()}/echo`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      signal: AbortSignal.timeout(20_000),
    });
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([problem.status, 'application/problem+json']);
    expect(await answer.json()).toMatchObject(problem);
  });
});
