import { randomBytes } from 'node:crypto';
import { ALERT_CORRECTED } from '#contracts/alerts/alert-corrected.v1';
import { ALERT_RAISED, alertRaised } from '#contracts/alerts/alert-raised.v1';
import { RISK_ALERTS } from '#contracts/topics';
import type { NewRecord, RecordBatch } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { OffsetMoved } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import { aGatePassed, aLevelCorrected, aLevelRaised, correctionRecord, riskBatch, riskRecord } from '#testing/risk-events';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { PostgresAlertQueries } from '../list-alerts/alert-queries';
import { RiskEventsConsumer } from './risk-events.consumer';

describeWith(['postgres'], 'an upward edge', () => {
  const sealer = new Sealer(randomBytes(32));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let consumer: RiskEventsConsumer;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 5);
    await database.migrate();
    consumer = new RiskEventsConsumer(database, sealer);
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const batch = (records: readonly NewRecord[], firstOffset = 0, partition = 0): RecordBatch => ({
    ...riskBatch('alert-dispatcher', records, firstOffset),
    partition,
  });
  const edges = (count: number, of: string): NewRecord[] =>
    Array.from({ length: count }, (_, place) => riskRecord(aLevelRaised({ subject: `cadre:${of}`, cause: `${of} ${place}` })));
  const alerts = async () => database.query<{ seq: string; body: string }>('SELECT seq, body FROM dispatcher.alert ORDER BY seq');
  const announced = async () =>
    database.query<{ topic: string; key: string; event_id: string; type: string; data: string }>(
      `SELECT * FROM log.outbox WHERE writer = 'alert-dispatcher' ORDER BY id`,
    );

  it('is one alert, for streams and for the topic, of a cadre and of a unit', async () => {
    const raised = [aLevelRaised(), aLevelRaised({ subject: 'unit:0001' })];
    await consumer.hear(batch([...raised.map(riskRecord), riskRecord(aGatePassed())]));
    const kept = (await alerts()).map(({ body }) => alertRaised.parse(JSON.parse(body)));
    expect(kept.map(({ subject, from, to, day, e, p }) => ({ subject, from, to, day, e, p }))).toEqual(
      raised.map(({ subject, from, to, day, e, p }) => ({ subject, from, to, day, e, p })),
    );
    const sent = (await announced()).map(({ topic, key, event_id, type, data }) => [topic, key, event_id, type, JSON.parse(data)]);
    expect(sent).toEqual(kept.map((alert) => [RISK_ALERTS, alert.subject, alert.alertId, ALERT_RAISED, alert]));
  });

  it('that no longer holds is corrected: one message with the id of its alert, at the next place, and the alert is shown with it', async () => {
    const later = aLevelRaised({ cause: 'later', day: '2026-10-09' });
    const corrected = aLevelCorrected({ later: { cause: later.cause, day: later.day } });
    await consumer.hear(batch([riskRecord(aLevelRaised()), riskRecord(later), correctionRecord(corrected)]));
    const told = await new PostgresAlertQueries(database).after(null, 0, 9);
    const idOf = (cause: string): string => uuidOf('alert', 'cadre:0001', cause);
    const correction = {
      correctionId: uuidOf('alert-corrected', 'cadre:0001', corrected.cause, corrected.correctedBy),
      alertId: idOf(corrected.cause),
      subject: 'cadre:0001',
      day: '2026-10-09',
      ground: 'refuted',
      reason: '有关信号经核查不属实，级别当时并未上升，本预警作废；该级别至2026-10-09由另一信号达到。',
      said: corrected.said,
      now: null,
      later: { alertId: idOf(later.cause), day: '2026-10-09' },
      raises: false,
    };
    expect(told.map(({ seq, alert, correction: of }) => [seq, alert?.alertId, of])).toEqual([
      [1, idOf(corrected.cause), correction],
      [2, idOf(later.cause), null],
      [3, undefined, correction],
    ]);
    const sent = (await announced()).map(({ topic, key, type, event_id, data }) => [topic, key, type, event_id, JSON.parse(data)]);
    expect(sent.at(-1)).toEqual([RISK_ALERTS, 'cadre:0001', ALERT_CORRECTED, correction.correctionId, correction]);
  });

  it('is corrected once by one event, and again by the next, of which the last is shown', async () => {
    const now = { from: 'watch', to: 'remind', day: '2026-10-02', e: 44_000, p: 50_000 } as const;
    const lowered = aLevelCorrected({ correctedBy: 'doubt', ground: 'reassessed', now });
    const voided = aLevelCorrected({ said: now });
    await consumer.hear(batch([riskRecord(aLevelRaised()), ...[lowered, lowered].map(correctionRecord)]));
    await consumer.hear(batch([lowered, voided].map(correctionRecord), 3));
    const told = await new PostgresAlertQueries(database).after(null, 0, 9);
    expect(told.map(({ seq, correction }) => [seq, correction?.ground])).toEqual([
      [1, 'refuted'],
      [2, 'reassessed'],
      [3, 'refuted'],
    ]);
    expect(await announced()).toHaveLength(3);
  });

  it('delivered again makes nothing new, under the same offset or another', async () => {
    const records = edges(3, 'a');
    await consumer.hear(batch(records));
    await expect(consumer.hear(batch(records))).rejects.toThrow(OffsetMoved);
    await consumer.hear(batch([...records, ...records, ...edges(1, 'b')], 3));
    expect((await alerts()).map(({ seq }) => seq)).toEqual(['1', '2', '3', '4']);
    expect(await announced()).toHaveLength(4);
  });

  it('gets the next number when it is committed, whoever commits at the same time', async () => {
    const partitions = Array.from({ length: 5 }, (_, partition) => partition);
    let seen = 0;
    let gaps = 0;
    let running = true;
    const reader = (async () => {
      while (running) {
        const [row] = await database.query<{ count: string; max: string }>(
          'SELECT count(*), coalesce(max(seq), 0) AS max FROM dispatcher.alert',
        );
        if (row?.count !== row?.max) gaps += 1;
        seen = Number(row?.max);
      }
    })();
    await Promise.all(
      partitions.map(async (partition) => {
        for (let turn = 0; turn < 20; turn += 1) await consumer.hear(batch(edges(5, `${partition}-${turn}`), turn * 5, partition));
      }),
    );
    running = false;
    await reader;
    expect([seen, gaps]).toEqual([500, 0]);
  });

  it('of a cadre who has moved up since is shown to nobody, and the others keep their numbers', async () => {
    await consumer.hear(batch([...edges(1, 'a'), ...edges(1, 'b'), riskRecord(aLevelRaised({ subject: 'unit:U1' }))]));
    for (const sql of [
      `INSERT INTO resolver.unit (code, name, category) VALUES ('U1', '甲镇', 'township')`,
      `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P1', 'U1', '镇长', '{}')`,
      `INSERT INTO resolver.cadre (id, token, name, category) VALUES ('cadre:a', 'a', '陈示例', '其他'), ('cadre:b', 'b', '李样本', '其他')`,
      `INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ('cadre:a', 'P1', '2020-01-01'), ('cadre:b', 'P1', '2020-01-01')`,
    ]) {
      await database.query(sql);
    }
    const shown = async (scope: string | null): Promise<number[]> =>
      (await new PostgresAlertQueries(database).after(scope, 0, 9)).map(({ seq }) => seq);
    expect([await shown(null), await shown('U1')]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    await database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'cadre:a'`);
    expect([await shown(null), await shown('U1')]).toEqual([
      [2, 3],
      [2, 3],
    ]);
    await database.query(`INSERT INTO gateway.managed_higher (kind, value) VALUES ('token', 'b')`);
    expect([await shown(null), await shown('U1')]).toEqual([[3], [3]]);
    await database.query(`INSERT INTO gateway.managed_higher (kind, value) VALUES ('unit', 'U1')`);
    expect([await shown(null), await shown('U1')]).toEqual([[], []]);
  });

  it('of a cadre whom a higher level manages by now is no alert, neither kept nor told to other systems', async () => {
    await database.query(
      `INSERT INTO resolver.cadre (id, token, name, category, managed_higher) VALUES ('cadre:a', 'a', '陈示例', '其他', true)`,
    );
    await consumer.hear(batch([...edges(1, 'a'), ...edges(1, 'b')]));
    expect((await alerts()).map(({ seq, body }) => [seq, alertRaised.parse(JSON.parse(body)).subject])).toEqual([['1', 'cadre:b']]);
    expect((await announced()).map(({ key }) => key)).toEqual(['cadre:b']);
  });

  it('of a cadre who has moved up since is taken back all the same, but nothing is told of them that was not told before', async () => {
    await consumer.hear(batch(edges(1, 'a')));
    await database.query(
      `INSERT INTO resolver.cadre (id, token, name, category, managed_higher) VALUES ('cadre:a', 'a', '陈示例', '其他', true)`,
    );
    const about = { subject: 'cadre:a', now: null };
    const untold = aLevelCorrected({ ...about, cause: 'untold' });
    await consumer.hear(batch([aLevelCorrected({ ...about, cause: 'a 0' }), untold].map(correctionRecord), 1));
    const sent = (await announced()).map(({ type, data }) => [type, (JSON.parse(data) as { alertId: string }).alertId]);
    const alertId = uuidOf('alert', 'cadre:a', uuidOf('test', 'a 0'));
    expect(sent).toEqual([
      [ALERT_RAISED, alertId],
      [ALERT_CORRECTED, alertId],
    ]);
  });

  it('that cannot be read is kept sealed, and the others go on', async () => {
    const broken = { ...riskRecord(aLevelRaised({ cause: 'broken' })), value: Buffer.from('{"subject":') };
    await consumer.hear(batch([broken, riskRecord(aLevelRaised())], 41));
    expect(await alerts()).toHaveLength(1);
    const [parked] = await database.query<{ log_offset: string; reason: string; sealed: Buffer }>('SELECT * FROM log.parked');
    expect([parked?.log_offset, parked?.reason]).toEqual(['41', 'the value is not JSON']);
    const opened = sealer.open(parked?.sealed ?? Buffer.of(), 'parked/risk.events.v1/0/41');
    expect(opened.toString()).toBe('{"subject":');
  });
});
