import { randomUUID } from 'node:crypto';
import { type PolicyReviewPage, policyReviewsQuestion } from '#contracts/console/policy-reviews';
import { Database, type Scope } from '#persistence/database';
import { PolicyReviewQueries } from '#persistence/queries/policy-review-queries';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { ListPolicyReviewsHandler } from './list-policy-reviews.handler';
import { ListPolicyReviews } from './list-policy-reviews.query';

describeWith(['postgres'], 'the review list', () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
    await database.query(`INSERT INTO resolver.unit (code, name, category) VALUES ('T1', '甲镇', 'township'), ('T2', '乙镇', 'township')`);
    await database.query(
      `INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P1', 'T1', '甲镇镇长', '{}'), ('P2', 'T2', '乙镇镇长', '{}')`,
    );
    await database.query(
      `INSERT INTO resolver.cadre (id, token, name, category, managed_higher)
       SELECT 'cadre:' || n, n, '示例' || n, '其他', n = 5 FROM generate_series(1, 5) n`,
    );
    await database.query(
      `INSERT INTO resolver.post_history (cadre_id, post_code, from_day) SELECT 'cadre:' || n, CASE WHEN n % 2 = 0 THEN 'P2' ELSE 'P1' END, '2020-01-01' FROM generate_series(1, 5) n`,
    );
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  const list = async (day: string, levels: Readonly<Record<string, number>>): Promise<void> => {
    const [shipped] = await database.query<{ hash: string }>(`SELECT hash FROM projector.policy WHERE name = 'shipped'`);
    const id = randomUUID();
    await database.query(
      `INSERT INTO projector.slot_switch (id, kind, from_slot, to_slot, from_policy, to_policy, by, reason, offsets)
       VALUES ($1, 'switch', 'a', 'b', 'x', $2, 'head', '示例', '{}')`,
      [id, shipped?.hash],
    );
    for (const [subject, level] of Object.entries(levels)) {
      await database.query(
        `INSERT INTO projector.policy_review (id, subject, switch, policy, level_before, level_after, e_before, e_after, day)
         VALUES (gen_random_uuid(), $1, $2, $3, 0, $4, 1000, 56000, $5)`,
        [subject, id, shipped?.hash, level, day],
      );
    }
  };
  const ask = async (scope: Scope, question: Record<string, string> = {}): Promise<PolicyReviewPage> =>
    new ListPolicyReviewsHandler(new PolicyReviewQueries(database)).execute(
      new ListPolicyReviews(scope, policyReviewsQuestion.parse(question)),
    );
  const subjects = ({ items }: PolicyReviewPage): string[] => items.map(({ subject }) => subject);

  it('has the latest switch and the highest level first, page by page, and nobody who is out of scope or managed higher', async () => {
    await list('2026-10-02', { 'cadre:1': 3, 'cadre:2': 4, 'unit:T1': 1, 'cadre:5': 4 });
    await list('2026-11-02', { 'cadre:3': 2, 'cadre:4': 2 });
    const whole = await ask(null, { limit: '3' });
    expect(subjects(whole).slice(0, 2).toSorted()).toEqual(['cadre:3', 'cadre:4']);
    const rest = await ask(null, { limit: '3', cursor: whole.next ?? '' });
    expect([...subjects(whole).slice(2), ...subjects(rest), rest.next]).toEqual(['cadre:2', 'cadre:1', 'unit:T1', null]);
    expect(rest.items[0]).toMatchObject({
      name: '示例1',
      post: '甲镇镇长',
      unitName: '甲镇',
      levelBefore: 'none',
      levelAfter: 'inquiry',
      policyName: 'shipped',
    });
    expect(rest.items[1]).toMatchObject({ name: '甲镇', post: null, unitName: '甲镇' });
    expect(subjects(await ask('T1'))).toEqual(['cadre:3', 'cadre:1', 'unit:T1']);
    expect(subjects(await ask('T9'))).toEqual([]);
  });

  it('has what was settled under its own heading, with what was found', async () => {
    await database.query(
      `UPDATE projector.policy_review SET state = 'settled', settled_by = 'li', settled_at = '2026-11-03T02:00:00Z', note = '情况已掌握' WHERE subject = 'cadre:4'`,
    );
    expect(subjects(await ask(null))).not.toContain('cadre:4');
    const { items } = await ask(null, { state: 'settled' });
    expect(items).toMatchObject([{ subject: 'cadre:4', settledBy: 'li', settledAt: '2026-11-03T02:00:00.000Z', note: '情况已掌握' }]);
  });

  it('refuses a cursor of another list', async () => {
    await expect(ask(null, { cursor: 'e30' })).rejects.toMatchObject({ status: 400, code: 'question-not-understood' });
  });
});
