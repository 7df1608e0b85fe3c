import { stackConfig } from '#assembly/stack.config';
import { Database } from '#persistence/database';
import { loadConfig } from '#platform/config/load-config';
import type { Command } from '../command';
import { digestOfReadings } from '#persistence/readings/digest-of-slot';

export const digest: Command = {
  usage: 'digest                 (LIUQU_DATABASE_URL)',
  async run(_args, { environment }) {
    const config = loadConfig(stackConfig.pick({ LIUQU_DATABASE_URL: true }), environment);
    const database = await Database.connect(config.LIUQU_DATABASE_URL, 1);
    try {
      return await digestOfReadings(database);
    } finally {
      await database.close();
    }
  },
};
