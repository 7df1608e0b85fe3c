import { Logger } from '@nestjs/common';
import type { ChannelRecord } from '#contracts/signals/channel-record';
import { Database } from '#persistence/database';
import { aChangeRecord, aChannelBatch, aSignalRecord, eventOf } from '#testing/channel-records';
import { SEALER_OF_TESTS } from '#testing/resolver-on-postgres';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { ChannelRecordConsumer } from './channel-record.consumer';

/** As somebody would be named in a text. */
const CANARY = '举报人王示例住东街3号';

describeWith(['postgres'], 'what the inbox keeps of an event', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let offset = 0;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    await database.query(
      `INSERT INTO resolver.cadre VALUES ('cadre:1', 'token-1', '陈示例', '一把手', false), ('cadre:2', 'token-2', '李样本', '其他', true)`,
    );
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const receive = async (...records: readonly ChannelRecord[]): Promise<void> => {
    await new ChannelRecordConsumer(database, SEALER_OF_TESTS).resolve(aChannelBatch(records, offset));
    offset += records.length;
  };
  const shown = async (id: string): Promise<unknown> =>
    (await database.query('SELECT * FROM console.signal WHERE event_id = $1', [eventOf(id)]))[0];

  it('is whose it is, its number, its days, class and status, and how its subject was found', async () => {
    await receive(aSignalRecord({ id: '1' }), aChangeRecord({ id: 'c' }, '404'));
    expect(await shown('1')).toMatchObject({
      type: 'liuqu.signal.org-audit-exit-finding.v1',
      channel: 'organization',
      agency: 'A-AUD',
      source: '/agency/A-AUD/audit',
      number: '1',
      severity: expect.any(Number),
      verification: 'verified',
      state: 'resolved',
      subject: 'cadre:1',
      evidence: 'id-number',
    });
    expect(await shown('c')).toMatchObject({ state: 'waiting', awaits: eventOf('404'), awaited: 'not-received', severity: null });
  });

  it('is one row, however often it comes', async () => {
    await receive(aSignalRecord({ id: '2' }));
    await receive(aSignalRecord({ id: '2' }));
    expect(await database.query('SELECT 1 FROM resolver.envelope WHERE event_id = $1', [eventOf('2')])).toHaveLength(1);
  });

  it('is of whom a higher level manages only what it takes to find the original', async () => {
    await receive(aSignalRecord({ id: '3', subject: { cadreToken: 'token-2' } }));
    expect(await shown('3')).toMatchObject({
      state: 'refused',
      because: 'managed-higher',
      number: '3',
      subject: null,
      occurred_on: null,
      severity: null,
      verification: null,
    });
  });

  it('holds no text in which a reporter could be named, nor does a log', async () => {
    const logged: unknown[] = [];
    const tell = (...told: unknown[]): void => void logged.push(told);
    Logger.overrideLogger({ log: tell, warn: tell, error: tell, debug: tell, verbose: tell, fatal: tell });
    const subject = { name: CANARY, unitCode: CANARY.slice(0, 8), post: CANARY };
    const told = { matter: CANARY, derivedFrom: { id: CANARY }, fields: { persons: 18, cause: CANARY } };
    await receive(aSignalRecord({ id: '4', code: 'public-group-visit', channel: 'public', subject, data: told }));
    await receive(aSignalRecord({ id: '5', code: 'public-group-visit', channel: 'public', data: told }));
    const rows = await database.query('SELECT * FROM console.signal');
    const kept = await database.query('SELECT * FROM resolver.envelope');
    expect(JSON.stringify([kept, logged])).not.toContain('王示例');
    expect(rows.length).toBeGreaterThanOrEqual(5);
  });
});
