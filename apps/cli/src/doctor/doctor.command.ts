import { connectLog } from '#assembly/connect-log';
import { stackConfig } from '#assembly/stack.config';
import { TOPICS } from '#contracts/topics';
import { BullmqJobQueue } from '#jobs/bullmq/bullmq-job-queue';
import { KafkaEventLog } from '#messaging/kafka/kafka-event-log';
import { MIGRATIONS } from '#persistence/migrations/index';
import { Database } from '#persistence/database';
import { ConfigInvalid, loadConfig } from '#platform/config/load-config';
import { type Command, CommandFailed } from '../command';

type Config = ReturnType<typeof configOf>;

const configOf = (environment: Readonly<Record<string, string | undefined>>) => loadConfig(stackConfig, environment);

interface Finding {
  readonly what: string;
  readonly fault?: string;
}

const PATIENCE_MS = 15_000;

/** One look at one thing; never throws, never waits for ever. */
async function look(what: string, at: () => Promise<string | undefined>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${PATIENCE_MS / 1000} s`), PATIENCE_MS);
  });
  const fault = await Promise.race([at(), late]).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  clearTimeout(timer);
  return { what, fault };
}

async function schemaFault(config: Config): Promise<string | undefined> {
  const database = await Database.connect(config.LIUQU_DATABASE_URL, 1);
  try {
    const rows = await database.query<{ name: string }>('SELECT name FROM schema_change');
    const missing = MIGRATIONS.filter((migration) => !rows.some((row) => row.name === migration.name));
    return missing.length > 0 ? `${missing.length} schema changes are missing: run migrate` : undefined;
  } finally {
    await database.close();
  }
}

async function chineseFault(config: Config): Promise<string | undefined> {
  const database = await Database.connect(config.LIUQU_DATABASE_URL, 1);
  try {
    const rows = await database.query<{ upper: string; letters: boolean }>("SELECT '张' ~ '[[:alpha:]]' AS letters");
    return rows[0]?.letters === true ? undefined : 'the locale of the database does not know Chinese letters: use C.UTF-8 or ICU';
  } finally {
    await database.close();
  }
}

async function topicsFault(config: Config): Promise<string | undefined> {
  const log = await connectLog(config.LIUQU_LOG_URL);
  try {
    for (const topic of TOPICS) {
      const bounds = await log.bounds(topic.name);
      if (bounds.length !== topic.partitions)
        return `${topic.name} has ${bounds.length} of ${topic.partitions} partitions: run topics apply`;
    }
    const weak = log instanceof KafkaEventLog ? await log.durabilityFaults(TOPICS.map(({ name }) => name)) : [];
    return weak.length === 0 ? undefined : `what was acknowledged could be lost: ${weak.join('; ')}`;
  } finally {
    await log.close();
  }
}

async function jobsFault(config: Config): Promise<string | undefined> {
  const jobs = BullmqJobQueue.connect(config.LIUQU_JOBS_URL);
  try {
    await jobs.ready();
    return undefined;
  } finally {
    await jobs.close();
  }
}

/** Looks at everything that an installation needs and says what to mend. */
export const doctor: Command = {
  usage: 'doctor                 (the variables of an app)',
  async run(_args, { environment }) {
    let config: Config;
    try {
      config = configOf(environment);
    } catch (error) {
      if (error instanceof ConfigInvalid) throw new CommandFailed(error.message);
      throw error;
    }
    const findings = [
      await look('database answers and its schema is complete', async () => schemaFault(config)),
      await look('database knows Chinese letters', async () => chineseFault(config)),
      await look('log answers and has every topic', async () => topicsFault(config)),
      await look('job queue answers', async () => jobsFault(config)),
    ];
    const text = findings.map(
      ({ what, fault }) => `${fault === undefined ? 'well ' : 'FAULT'}  ${what}${fault === undefined ? '' : `: ${fault}`}`,
    );
    if (findings.some(({ fault }) => fault !== undefined)) throw new CommandFailed(text.join('\n'));
    return text.join('\n');
  },
};
