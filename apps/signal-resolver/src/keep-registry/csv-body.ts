import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

export const CSV = 'text/csv';

/**
 * Lets CSV bodies through as bytes, because their encoding is found out when they are read. Takes the place of what another
 * module of the process may have set up: whoever takes text takes bytes too.
 */
export function acceptCsv({ httpAdapter }: HttpAdapterHost): void {
  const server = httpAdapter.getInstance<FastifyInstance>();
  if (server.hasContentTypeParser(CSV)) server.removeContentTypeParser(CSV);
  server.addContentTypeParser(CSV, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
