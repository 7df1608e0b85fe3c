import { randomBytes } from 'node:crypto';
import { stackConfig, type StackConfig } from '#assembly/stack.config';
import { TOPICS } from '#contracts/topics';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { Database } from '#persistence/database';
import { freshDatabase } from '#testing/services/local-services';

export interface TestStack {
  readonly config: StackConfig;
  /** The spec's own connection. */
  readonly database: Database;
  /** The log as the other apps of the stack see it. */
  readonly log: PostgresEventLog;
  close(): Promise<void>;
}

interface Given {
  readonly jobsUrl?: string;
  readonly demo?: boolean;
  /** The three variables of an identity provider. */
  readonly oidc?: Readonly<Record<string, string>>;
}

/** A migrated database of its own, the embedded log and its topics, and a configuration on a free port for `runApp`; a demo unless told otherwise. */
export async function aTestStack(given: Given = {}): Promise<TestStack> {
  const fresh = await freshDatabase();
  const database = await Database.connect(fresh.url, 3);
  await database.migrate();
  const log = await PostgresEventLog.connect(fresh.url);
  await log.ensureTopics(TOPICS);
  const config = stackConfig.parse({
    LIUQU_DATABASE_URL: fresh.url,
    LIUQU_LOG_URL: fresh.url,
    LIUQU_JOBS_URL: given.jobsUrl ?? fresh.url,
    LIUQU_PORT: '0',
    LIUQU_TOKEN_KEY: randomBytes(32).toString('base64'),
    LIUQU_SEALING_KEY: randomBytes(32).toString('base64'),
    LIUQU_DEMO: String(given.demo ?? true),
    ...given.oidc,
  });
  const close = async (): Promise<void> => {
    await log.close();
    await database.close();
    await fresh.drop();
  };
  return { config, database, log, close };
}
