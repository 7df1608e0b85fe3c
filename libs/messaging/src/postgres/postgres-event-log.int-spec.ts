import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { EventLog } from '#messaging/event-log';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { Database } from '#persistence/database';
import { describeEventLog } from '#testing/event-log.contract';
import { describeEventLogCrash } from '#testing/event-log-crash.contract';
import { describeEventLogOverLink, type LinkedEventLogHarness } from '#testing/event-log-over-link.contract';
import { CuttingProxy } from '#testing/services/cutting-proxy';
import { describeWith, freshDatabase } from '#testing/services/local-services';

const isAppend = (request: Buffer): boolean => request.includes('append to the log');

async function migrate(url: string): Promise<void> {
  const database = await Database.connect(url, 1);
  await database.migrate();
  await database.close();
}

async function ask(url: string, sql: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
  await client.end();
  return rows;
}

async function onFreshDatabase(): Promise<LinkedEventLogHarness> {
  const { url, drop } = await freshDatabase();
  await migrate(url);
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
      const old = "UPDATE log.record SET at = now() - interval '31 days' WHERE topic = $1 AND part = $2 AND log_offset < $3";
      await ask(url, old, [topic, partition, low]);
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
  describeEventLogCrash('postgres', async (url) => {
    await migrate(url);
    return PostgresEventLog.connect(url);
  });

  it('says at once that its schema is missing', async () => {
    const { url, drop } = await freshDatabase();

    await expect(PostgresEventLog.connect(url)).rejects.toThrow('log.topic');

    await drop();
  });

  it('keeps for ever what has no retention, however old it is', async () => {
    const { url, drop } = await freshDatabase();
    await migrate(url);
    const log = await PostgresEventLog.connect(url);
    await log.ensureTopics([{ name: 'risk.signals.v1', partitions: 1, retention: 'for-ever' }]);
    await log.append('risk.signals.v1', [{ key: 'cadre-1', value: Buffer.from('a declaration'), headers: {} }]);
    await ask(url, "UPDATE log.record SET at = now() - interval '20 years'");

    await log.trim();

    expect(await log.bounds('risk.signals.v1')).toEqual([{ partition: 0, low: 0, next: 1 }]);
    expect(await ask(url, 'SELECT log_offset FROM log.record')).toHaveLength(1);
    await log.close();
    await drop();
  });
});
