import { randomBytes } from 'node:crypto';
import { CANDIDATE_PROPOSED } from '#contracts/inquiry/inquiry-events';
import type { GatePassed } from '#contracts/risk/risk-events';
import { Database } from '#persistence/database';
import { PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import { FakeJobQueue } from '#testing/fake-job-queue';
import { aGatePassed, riskBatch, riskRecord } from '#testing/risk-events';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { FixedClock } from '#testing/started-app';
import { Sealer } from '#vault/sealer';
import { OverdueHints } from '../note-overdue/overdue-hints';
import { RiskEventsConsumer } from '../propose-candidate/risk-events.consumer';
import { ReleaseHeld, SetCandidateLimit } from './brake.command';
import { ReleaseHeldHandler } from './release-held.handler';
import { SetCandidateLimitHandler } from './set-limit.handler';

const HEAD = { id: 'head-1', unit: null };

describeWith(['postgres'], 'a rule that proposes too many', () => {
  const sealer = new Sealer(randomBytes(32));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let queue: FakeJobQueue;
  let offsets: number[];

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 6);
    await database.migrate();
    queue = new FakeJobQueue();
    offsets = [0, 0];
    await database.query(
      `INSERT INTO resolver.unit (code, name, parent_code, category) VALUES ('C', '示例县', NULL, 'county'), ('T1', '甲镇', 'C', 'township')`,
    );
    await database.query(
      `INSERT INTO resolver.cadre (id, token, name, category, managed_higher)
       SELECT 'cadre:' || n, n, '示例' || n, 'county-managed', false FROM generate_series(0, 29) n`,
    );
    await database.query(`INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P1', 'T1', '甲镇镇长', '{}')`);
    await database.query(`INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ('cadre:3', 'P1', '2020-01-01')`);
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const passages = (from: number, count: number, told: Partial<GatePassed> = {}): GatePassed[] =>
    Array.from({ length: count }, (_, n) => aGatePassed({ subject: `cadre:${from + n}`, p: 60_000 + from + n, ...told }));
  const hear = async (events: readonly GatePassed[], partition = 0): Promise<void> => {
    const consumer = new RiskEventsConsumer(database, sealer, new OverdueHints(queue));
    const first = offsets[partition] ?? 0;
    offsets[partition] = first + events.length;
    const batch = riskBatch('inquiry-workflow', events.map(riskRecord), first);
    await consumer.hear({ ...batch, partition });
  };
  const counts = async (): Promise<unknown> => {
    const rows = await database.query<{ state: string; count: number }>(
      'SELECT state, count(*)::int AS count FROM workflow.candidate GROUP BY state',
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };
  const release = async (count: number, unit: string | null = null) =>
    new ReleaseHeldHandler(database, new PostgresInquiryStore(database), new FixedClock(new Date('2026-10-05T04:00:00Z'))).execute(
      new ReleaseHeld({ count, reason: '已核对规则' }, { id: 'head-1', unit }),
    );
  const limit = async (most: number, by: { readonly id: string; readonly unit: string | null } = HEAD) =>
    new SetCandidateLimitHandler(database).execute(new SetCandidateLimit(most, '规则已核对', by));
  const proposedToOthers = async (): Promise<number> =>
    Number((await database.query<{ count: string }>(`SELECT count(*) FROM log.outbox WHERE type = $1`, [CANDIDATE_PROPOSED]))[0]?.count);

  it('is held from the eleventh of a day on, over all batches of the day, and nothing is lost', async () => {
    await hear(passages(0, 6));
    await hear(passages(6, 9));
    await hear(passages(15, 2, { day: '2026-10-03' }));
    expect(await counts()).toEqual({ proposed: 12, held: 5 });
    expect(await proposedToOthers()).toBe(12);
    const [row] = await database.query<{ whole: boolean }>(
      `SELECT bool_and(jsonb_array_length(reasons) > 0 AND due_on = '2026-11-02') AS whole FROM workflow.candidate WHERE state = 'held'`,
    );
    expect(row?.whole).toBe(true);
    expect(queue.jobs.waiting.size).toBe(17);
  });

  it('is held where two processes hear at the same moment, too', async () => {
    await Promise.all([hear(passages(0, 9), 0), hear(passages(9, 9), 1)]);
    expect(await counts()).toEqual({ proposed: 10, held: 8 });
  });

  it('is let go in portions, the most urgent first, each once, by who has them in view', async () => {
    await limit(0);
    await hear(passages(0, 6));
    const first = await release(2);
    expect(first.left).toBe(4);
    const urgent = await database.query<{ cadre_id: string }>(
      `SELECT cadre_id FROM workflow.candidate WHERE id = ANY($1) ORDER BY p_milli DESC`,
      [first.released],
    );
    expect(urgent.map(({ cadre_id: id }) => id)).toEqual(['cadre:5', 'cadre:4']);
    expect(await release(10, 'T1')).toMatchObject({ released: [expect.any(String)], left: 0 });
    const both = await Promise.all([release(10), release(10)]);
    expect(both.flatMap(({ released }) => released)).toHaveLength(3);
    expect(await counts()).toEqual({ proposed: 6 });
    expect(await proposedToOthers()).toBe(6);
  });

  it('leaves the day full when some were let go: what comes then is held', async () => {
    await hear(passages(0, 11));
    await release(1);
    await hear(passages(11, 1));
    expect(await counts()).toEqual({ proposed: 11, held: 1 });
  });

  it('is let through by a higher limit from then on, which only who sees everything sets', async () => {
    await expect(limit(20, { id: 'head-2', unit: 'T1' })).rejects.toMatchObject({ status: 403, code: 'limit-is-of-the-whole' });
    await limit(12, { id: 'head-1', unit: 'C' });
    await hear(passages(0, 15));
    expect(await counts()).toEqual({ proposed: 12, held: 3 });
  });

  it('keeps the last day of what is held: it is noted when it is over', async () => {
    await limit(0);
    await hear(passages(0, 1, { day: '2026-01-05' }));
    expect(await new PostgresInquiryStore(database).noteOverdue()).toHaveLength(1);
  });
});
