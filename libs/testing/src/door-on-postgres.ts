import type { Type } from '@nestjs/common';
import { CHANNELS, channelTopic, TOPICS } from '#contracts/topics';
import { channelRecord, type ChannelRecord } from '#contracts/signals/channel-record';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { Database } from '#persistence/database';
import { BreakableLog } from '#testing/breakable-log';
import { Door } from '#testing/door';
import { freshDatabase } from '#testing/services/local-services';
import { FixedClock, startApp } from '#testing/started-app';
import { CadreTokens } from '#vault/cadre-token';

/** What the door appended, read from the embedded log's own table. */
export interface Appended {
  readonly topic: string;
  readonly key: string;
  readonly text: string;
  readonly record: ChannelRecord;
}

export interface StartedDoor {
  readonly door: Door;
  readonly database: Database;
  readonly log: BreakableLog;
  readonly clock: FixedClock;
  readonly tokens: CadreTokens;
  appended(): Promise<readonly Appended[]>;
  receipts(): Promise<readonly { readonly event_id: string; readonly state: string }[]>;
  /** Forgets everything that was accepted. */
  empty(): Promise<void>;
  /** From now on its database is gone. */
  loseDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** The gateway's root modules on a database and an event log of their own. It is noon on 2026-11-25 in Asia/Shanghai. */
export async function startDoor(roots: readonly Type[], demo = false): Promise<StartedDoor> {
  const fresh = await freshDatabase();
  const database = await Database.connect(fresh.url, 10);
  await database.migrate();
  const log = new BreakableLog(await PostgresEventLog.connect(fresh.url));
  await log.ensureTopics(TOPICS);
  const clock = new FixedClock(new Date('2026-11-25T12:00:00+08:00'));
  const tokens = new CadreTokens(Buffer.alloc(32, 7));
  let isLost = false;
  const started = await startApp(roots, { database, log, clock, demo, tokens });
  return {
    door: new Door(started.url),
    database,
    log,
    clock,
    tokens,
    appended: async () => {
      const rows = await database.query<Omit<Appended, 'record'>>(
        `SELECT topic, key, convert_from(value, 'UTF8') AS text FROM log.record WHERE topic = ANY ($1) ORDER BY topic, part, log_offset`,
        [CHANNELS.map(channelTopic)],
      );
      return rows.map((row) => ({ ...row, record: channelRecord.parse(JSON.parse(row.text)) }));
    },
    receipts: async () => database.query('SELECT event_id, state FROM gateway.receipt ORDER BY event_id'),
    empty: async () => {
      await database.query('TRUNCATE gateway.receipt, gateway.sealed_words, gateway.managed_higher, log.record');
      await database.query('UPDATE gateway.agency SET last_received_on = NULL');
    },
    loseDatabase: async () => {
      isLost = true;
      await fresh.drop();
    },
    close: async () => {
      await started.close();
      await log.close();
      await database.close();
      if (!isLost) await fresh.drop();
    },
  };
}
