import { connectLog } from '#assembly/connect-log';
import { stackConfig } from '#assembly/stack.config';
import { TOPICS } from '#contracts/topics';
import { loadConfig } from '#platform/config/load-config';
import type { Command } from '../command';

export const topicsApply: Command = {
  usage: 'topics apply           (LIUQU_LOG_URL)',
  async run(_args, { environment }) {
    const config = loadConfig(stackConfig.pick({ LIUQU_LOG_URL: true }), environment);
    const log = await connectLog(config.LIUQU_LOG_URL);
    try {
      await log.ensureTopics(TOPICS);
      return TOPICS.map((topic) => `${topic.name}: ${topic.partitions} partitions, kept ${topic.retention}`).join('\n');
    } finally {
      await log.close();
    }
  },
};
