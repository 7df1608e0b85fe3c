import { connectLog } from '#assembly/connect-log';
import { stackConfig } from '#assembly/stack.config';
import { TOPICS } from '#contracts/topics';
import { Database } from '#persistence/database';
import { loadConfig } from '#platform/config/load-config';
import { AppLogger } from '#platform/logger';

/** Brings the schema and the topics to what this version needs; run before the apps, never by them. */
async function migrate(): Promise<void> {
  const config = loadConfig(stackConfig.pick({ LIUQU_DATABASE_URL: true, LIUQU_LOG_URL: true }), process.env);
  const database = await Database.connect(config.LIUQU_DATABASE_URL, 1);
  try {
    await database.migrate();
  } finally {
    await database.close();
  }
  const log = await connectLog(config.LIUQU_LOG_URL);
  try {
    await log.ensureTopics(TOPICS);
  } finally {
    await log.close();
  }
}

const logger = new AppLogger('migrate');
migrate().then(
  () => logger.log('schema and topics are ready'),
  (error: unknown) => {
    logger.error(error);
    process.exitCode = 1;
  },
);
