import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { findPages, serveConsole } from './console-pages';

describe('the pages of the console', () => {
  let checkout: string;
  let server: FastifyInstance;

  async function serve(pages: string | undefined): Promise<FastifyInstance> {
    server = fastify();
    server.get('/api/v1/units', async () => ({ items: [] }));
    await serveConsole(server, pages);
    return server;
  }

  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'liuqu-pages-'));
  });
  afterEach(async () => {
    await server?.close();
    await rm(checkout, { recursive: true, force: true });
  });

  async function build(): Promise<string | undefined> {
    const dist = join(checkout, 'apps/web-console/dist');
    await mkdir(join(dist, 'assets'), { recursive: true });
    await writeFile(join(dist, 'index.html'), '<!doctype html><title>六渠</title>');
    await writeFile(join(dist, 'assets/index-B4c9.js'), 'export {};');
    await writeFile(join(dist, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    return findPages(join(checkout, 'dist/apps/console-api/src/serve-console'));
  }

  it.each(['/', '/cadres', '/cadres/cadre:7d1f?asOf=2026-05-20', '/candidates/', '/units/U-1.2', '/units/330000.svg'])(
    'are one page at %s, asked for anew each time',
    async (url) => {
      const answer = await (await serve(await build())).inject(url);
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(answer.headers['content-type']).toMatch('text/html');
      expect(answer.body).toContain('六渠');
    },
  );

  it('keep hashed files for ever and check the others', async () => {
    const pages = await serve(await build());
    const script = await pages.inject('/assets/index-B4c9.js');
    expect([script.statusCode, script.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await pages.inject('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/api/v1/nothing',
    '/api',
    '/asyncapi/nothing',
    '/health/nothing',
    '/assets/index-old.js',
    '/assets/old',
    '/favicon.ico',
    '/assets/../../secret.txt',
  ])('are not what %s asks for', async (url) => {
    expect((await (await serve(await build())).inject(url)).statusCode).toBe(404);
  });

  it('say in one sentence that they are not built, and leave the API alone', async () => {
    const pages = await serve(findPages(checkout));
    const answer = await pages.inject('/');
    expect([answer.statusCode, answer.body]).toEqual([503, '控制台页面尚未构建，请先运行 npm run build。\n']);
    expect((await pages.inject('/api/v1/units')).json()).toEqual({ items: [] });
  });

  it('load from here alone, as does everything beside them, and answers about people are not stored', async () => {
    const pages = await serve(await build());
    for (const url of ['/', '/api/v1/units', '/api/v1/nothing']) {
      expect((await pages.inject(url)).headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/default-src 'self'.*style-src 'self' 'unsafe-inline'/),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });
});
