import type { FastifyInstance } from 'fastify';

export const EVENTS_PATH = '/api/v1/events';

export const STRUCTURED = 'application/cloudevents+json';
export const BATCH = 'application/cloudevents-batch+json';
export const LINES = 'application/x-ndjson';
export const BINARY = 'application/json';
const TABLE = 'text/csv';

/**
 * Gives the door the bytes of what is sent, because size, encoding and repeated keys can only be seen there.
 * Other routes of the process keep their JSON.
 */
export function takeEventBodies(server: FastifyInstance): void {
  for (const type of [STRUCTURED, BATCH]) {
    server.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  }
  server.addContentTypeParser(LINES, (_, body, done) => done(null, body));
  if (!server.hasContentTypeParser(TABLE)) server.addContentTypeParser(TABLE, { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  const usual = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(BINARY);
  server.addContentTypeParser(BINARY, { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.url === EVENTS_PATH) done(null, body);
    else void usual(request, body as unknown as string, done);
  });
}
