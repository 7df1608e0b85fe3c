import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SECURITY_HEADERS } from './security-headers';

const BUILT = join('apps', 'web-console', 'dist');
const NOT_BUILT = '控制台页面尚未构建，请先运行 npm run build。\n';
const ANSWERS_OF_APPS = /^\/(api|asyncapi|health|problems)(\/|$)/;
/** Files of a build lie at its top or in `assets`. Further down a dot says nothing: codes of units may have one. */
const NAMES_A_FILE = /^\/(assets\/.*|[^/]*\.[A-Za-z0-9]+)$/;

/** The built pages in the checkout or image that this file is in, wherever its own build went. */
export function findPages(from: string): string | undefined {
  const pages = join(from, BUILT);
  if (existsSync(join(pages, 'index.html'))) return pages;
  const above = dirname(from);
  return above === from ? undefined : findPages(above);
}

/** Files whose names hold a hash of their content never change; the page that names them is asked for anew. */
function cacheOf(file: string): string {
  if (file.startsWith(`assets${sep}`)) return 'public, max-age=31536000, immutable';
  return file === 'index.html' ? 'no-store' : 'no-cache';
}

/**
 * Serves the console's pages beside the API: what names no file and no answer of an app is a page of the console.
 * @param pages folder of the built pages; undefined while they are not built, which is then what is told
 */
export async function serveConsole(server: FastifyInstance, pages: string | undefined): Promise<void> {
  server.addHook('onRequest', async (_request: FastifyRequest, reply: FastifyReply) => {
    void reply.headers(SECURITY_HEADERS);
  });
  if (pages !== undefined) {
    await server.register(fastifyStatic, {
      root: pages,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', cacheOf(relative(pages, path))),
    });
  }
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const [path = '/'] = request.url.split('?');
    if (ANSWERS_OF_APPS.test(path) || NAMES_A_FILE.test(path)) return reply.callNotFound();
    if (pages === undefined) return reply.status(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    return reply.sendFile('index.html');
  });
}

@Injectable()
export class ConsolePages implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  async onModuleInit(): Promise<void> {
    await serveConsole(this.host.httpAdapter.getInstance<FastifyInstance>(), findPages(__dirname));
  }
}
