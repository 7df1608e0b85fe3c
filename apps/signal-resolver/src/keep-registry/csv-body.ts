import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

export const CSV = 'text/csv';

/** Lets CSV bodies through as bytes: their encoding is found out when they are read. Another module of the process may have done so before. */
export function acceptCsv({ httpAdapter }: HttpAdapterHost): void {
  const server = httpAdapter.getInstance<FastifyInstance>();
  if (server.hasContentTypeParser(CSV)) return;
  server.addContentTypeParser(CSV, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
