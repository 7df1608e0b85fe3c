import { randomUUID } from 'node:crypto';
import { Database } from '#persistence/database';
import { describeWith, freshDatabase } from '#testing/services/local-services';

type Fields = Readonly<Record<string, unknown>>;

/** Channel, what was kept, what stays; the migration knows the contracts of its day. */
const KEPT: readonly (readonly [string, Fields, Fields])[] = [
  ['public', { persons: 18, cause: '征地补偿', unitFault: true }, { persons: 18, cause: null, unitFault: true }],
  ['public', { classCode: '城乡建设', satisfaction: '不满意' }, { classCode: null, satisfaction: '不满意' }],
  ['public', { article: '第三十四条', daysLate: 12 }, { article: null, daysLate: 12 }],
  ['public', { act: '借故调离岗位' }, { act: null }],
  ['public', { candidateToken: 'RX-2026-03', aspect: '工作作风' }, { candidateToken: null, aspect: '工作作风' }],
  ['public', { item: '惠农补贴发放情况', workingDaysLate: 8 }, { item: null, workingDaysLate: 8 }],
  ['public', { supervisorNumber: 'JD-018', aspect: '工作作风' }, { supervisorNumber: null, aspect: '工作作风' }],
  ['public', { kind: '改进工作', answered: false }, { kind: '改进工作', answered: false }],
  ['public', {}, {}],
  ['superior', { cause: '监管职责履行不力' }, { cause: '监管职责履行不力' }],
  ['team', { candidateToken: 'RX-2026-03', act: '会前指定人选' }, { candidateToken: 'RX-2026-03', act: '会前指定人选' }],
];

describeWith(['postgres'], 'the words that were kept before the door withheld them', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 1);
    await database.migrate();
    while (await wordsCanBeSealed()) await database.undoLastMigration();
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  async function wordsCanBeSealed(): Promise<boolean> {
    const [row] = await database.query<{ made: boolean }>(`SELECT to_regclass('gateway.sealed_words') IS NOT NULL AS made`);
    return row?.made === true;
  }
  async function keep(fields: Fields, channel?: string): Promise<string> {
    const id = randomUUID();
    await database.query(`INSERT INTO resolver.signal (event_id, state, source) VALUES ($1, 'resolved', 'x')`, [id]);
    if (channel !== undefined) {
      await database.query(
        `INSERT INTO resolver.envelope (event_id, type, channel, agency, source, number, received_on) VALUES ($1, 'x', $2, 'A', 'x', '1', '2026-01-01')`,
        [id, channel],
      );
    }
    const sql = `INSERT INTO resolver.signal_as_sent (event_id, subject, agency, number, fields) VALUES ($1, 'cadre:1', 'A', '1', $2)`;
    await database.query(sql, [id, JSON.stringify(fields)]);
    return id;
  }
  const keptOf = async (id: string): Promise<Fields | undefined> =>
    (await database.query<{ fields: Fields }>('SELECT fields FROM resolver.signal_as_sent WHERE event_id = $1', [id]))[0]?.fields;

  it('are gone after the migration, of every type; numbers and the words of organs stay, and where nobody knows whose they are they go', async () => {
    const kept: (readonly [id: string, stays: Fields])[] = [];
    for (const [channel, fields, stays] of KEPT) kept.push([await keep(fields, channel), stays]);
    const unknown = await keep({ persons: 18, cause: '征地补偿' });
    await database.migrate();
    for (const [id, stays] of kept) expect(await keptOf(id)).toEqual(stays);
    expect(await keptOf(unknown)).toEqual({ persons: 18, cause: null });
  });
});
