import { keysOf } from './keys.mjs';

/**
 * The variables of a process whose event log, jobs and rows are all in one PostgreSQL. V8 lets the young generation grow to 64 MB
 * and more when events come fast, and gives nothing back; on a laptop a smaller one costs little.
 */
export function embeddedEnvironment(data, url, port) {
  return {
    ...keysOf(data),
    LIUQU_DATABASE_URL: url,
    LIUQU_LOG_URL: url,
    LIUQU_JOBS_URL: url,
    LIUQU_PORT: port,
    LIUQU_DEMO: 'true',
    NODE_OPTIONS: '--max-semi-space-size=16',
  };
}
