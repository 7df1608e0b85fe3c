import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { EventLog } from '#messaging/event-log';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { Database } from '#persistence/database';
import { describeEventLog } from '#testing/event-log.contract';
import { describeEventLogOverLink, type LinkedEventLogHarness } from '#testing/event-log-over-link.contract';
import { CuttingProxy } from '#testing/services/cutting-proxy';
import { describeWith, freshDatabase } from '#testing/services/local-services';

const isAppend = (request: Buffer): boolean => request.includes('append to the log');

async function onFreshDatabase(): Promise<LinkedEventLogHarness> {
  const { url, drop } = await freshDatabase();
  const database = await Database.connect(url, 1);
  await database.migrate();
  await database.close();
  const open: { close(): Promise<void> }[] = [];
  const connectTo = async (address: string): Promise<PostgresEventLog> => {
    const log = await PostgresEventLog.connect(address);
    open.push(log);
    return log;
  };
  return {
    connect: async (): Promise<EventLog> => connectTo(url),
    connectOverLink: async () => {
      const address = new URL(url);
      const proxy = await CuttingProxy.to(address.hostname, Number(address.port));
      address.port = String(proxy.port);
      const log = await connectTo(address.href);
      open.push(proxy);
      return {
        log,
        link: { loseNextAnswer: async () => proxy.cutAnswerTo(isAppend), cut: () => proxy.cutAll(), sever: () => proxy.sever() },
      };
    },
    forget: async (topic, partition, low) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      const old = "UPDATE log.record SET at = now() - interval '31 days' WHERE topic = $1 AND part = $2 AND log_offset < $3";
      await client.query(old, [topic, partition, low]);
      await client.end();
      await (await connectTo(url)).trim();
    },
    close: async () => {
      for (const one of open) await one.close();
      await drop();
    },
  };
}

describeWith(['postgres'], 'the event log in PostgreSQL', () => {
  // Every failure here is wanted; what is logged about it would hide the rest.
  beforeAll(() => Logger.overrideLogger(false));

  describeEventLog('PostgresEventLog', onFreshDatabase);
  describeEventLogOverLink('PostgresEventLog', onFreshDatabase);

  it('says at once that its schema is missing', async () => {
    const { url, drop } = await freshDatabase();

    await expect(PostgresEventLog.connect(url)).rejects.toThrow('log.topic');

    await drop();
  });
});
