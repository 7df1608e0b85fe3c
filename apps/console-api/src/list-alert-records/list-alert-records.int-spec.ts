import { type AlertRecordPage, alertRecordPage, alertRecordsQuestion } from '#contracts/console/alert-records';
import { Database } from '#persistence/database';
import { AlertRecordQueries } from '#persistence/queries/alert-record-queries';
import { uuidOf } from '#platform/event-id';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { ListAlertRecordsHandler } from './list-alert-records.handler';
import { ListAlertRecords } from './list-alert-records.query';

const said = { from: 'watch', to: 'inquiry', day: '2026-10-02', e: 59_954, p: 65_000 } as const;

/** At which place a correction comes, of the alert at which. */
interface Place {
  readonly seq: number;
  readonly of: number;
  readonly subject?: string;
}

describeWith(['postgres'], 'the list of alerts', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    for (const sql of [
      `INSERT INTO resolver.unit (code, name, category) VALUES ('U1', '甲镇', 'township'), ('U2', '乙镇', 'township')`,
      `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P1', 'U1', '镇长', '{}')`,
      `INSERT INTO resolver.cadre (id, token, name, category) VALUES ('cadre:1', '1', '陈示例', '其他')`,
      `INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ('cadre:1', 'P1', '2020-01-01')`,
    ]) {
      await database.query(sql);
    }
    await raise(1, 'cadre:1');
    await raise(2, 'unit:U2');
    await correct({ seq: 3, of: 1 }, { ...said, to: 'remind' });
    await correct({ seq: 4, of: 1 }, null);
    await raise(5, 'cadre:1');
    await correct({ seq: 6, of: 5 }, { ...said, e: 57_000 });
    await correct({ seq: 7, of: 7, subject: 'unit:U2' }, said, null);
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  async function raise(seq: number, subject: string): Promise<void> {
    const alertId = uuidOf('alert', `${seq}`);
    await database.query('INSERT INTO dispatcher.alert (seq, alert_id, subject, body) VALUES ($1, $2, $3, $4)', [
      seq,
      alertId,
      subject,
      JSON.stringify({ alertId, subject, ...said }),
    ]);
  }
  async function correct({ seq, of, subject = 'cadre:1' }: Place, now: object | null, before: object | null = said): Promise<void> {
    const [correctionId, alertId] = [uuidOf('correction', `${seq}`), uuidOf('alert', `${of}`)];
    const told = {
      correctionId,
      alertId,
      subject,
      day: '2026-10-09',
      ground: 'refuted',
      reason: '有关信号经核查不属实。',
      said: before,
      now,
    };
    await database.query('INSERT INTO dispatcher.correction (seq, correction_id, alert_id, subject, body) VALUES ($1, $2, $3, $4, $5)', [
      seq,
      correctionId,
      alertId,
      subject,
      JSON.stringify({ ...told, later: null, raises: false }),
    ]);
  }

  const ask = async (question: Record<string, string> = {}, scope: string | null = null): Promise<AlertRecordPage> => {
    const handler = new ListAlertRecordsHandler(new AlertRecordQueries(database));
    return alertRecordPage.parse(await handler.execute(new ListAlertRecords(scope, alertRecordsQuestion.parse(question))));
  };
  const stateOf = ({ items }: AlertRecordPage): unknown[] => items.map(({ alertId, state }) => [alertId, state]);
  const [first, second, third, told] = [1, 2, 5, 7].map((seq) => uuidOf('alert', `${seq}`));

  it('has the newest first, each once with its latest correction, and what a correction alone told', async () => {
    const page = await ask();
    expect(stateOf(page)).toEqual([
      [told, 'corrected'],
      [third, 'corrected'],
      [second, 'standing'],
      [first, 'void'],
    ]);
    const [untold, changed, standing] = page.items;
    expect(untold).toMatchObject({ name: '乙镇', post: null, said: null, correction: { now: said } });
    expect(changed).toMatchObject({
      name: '陈示例',
      post: '镇长',
      unitName: '甲镇',
      said,
      correction: { ground: 'refuted', now: { e: 57_000 } },
    });
    expect(standing).toMatchObject({ subject: 'unit:U2', said, correction: null });
  });

  it('is asked by state, level and unit, and turned over without loss', async () => {
    expect(stateOf(await ask({ state: 'void' }))).toEqual([[first, 'void']]);
    expect(stateOf(await ask({ level: 'remind' }))).toEqual([]);
    expect(stateOf(await ask({ level: 'inquiry', unit: 'U2' }))).toEqual([
      [told, 'corrected'],
      [second, 'standing'],
    ]);
    expect(stateOf(await ask({}, 'U1'))).toEqual([
      [third, 'corrected'],
      [first, 'void'],
    ]);
    const page = await ask({ limit: '3' });
    expect(stateOf(await ask({ limit: '3', cursor: page.next ?? '' }))).toEqual([[first, 'void']]);
  });
});
