import { randomBytes } from 'node:crypto';
import type { BacktestAnswer } from '#contracts/console/backtests';
import type { RiskFact } from '#contracts/risk/risk-facts';
import { NO_BACKTEST } from '#domain/backtest/backtest';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { uuidOf } from '#platform/event-id';
import { namedJson } from '#platform/json/named-json';
import { Clock } from '#platform/time/clock';
import { eventually } from '#testing/eventually';
import { aBatchOf, aSignalFact } from '#testing/risk-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { projectBatch } from '../project-signals/project-batch';
import { liveSlot } from '../reading-slots/reading-slot';
import { Backtests, type Tried } from './backtests';
import { runBacktest } from './run-backtest';

class NoonClock extends Clock {
  override now(): Date {
    return new Date('2026-10-10T12:00:00+08:00');
  }
}

const CODE = 'org-audit-exit-finding';
const MILDER = {
  ...SHIPPED_POLICY,
  name: '试行',
  weights: { ...SHIPPED_POLICY.weights, [CODE]: { ...SHIPPED_POLICY.weights[CODE], '4': 30 } },
};
const cadre = (n: number): string => `cadre:${String(n).padStart(4, '0')}`;
const [INQUIRY, WATCH] = [3, 1];

describeWith(['postgres'], 'a backtest of all subjects', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let backtests: Backtests;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 4);
    await database.migrate();
    const facts: RiskFact[] = Array.from({ length: 14 }, (_, n) => aSignalFact({ id: `f${n}`, subject: cadre(n), matter: `A-AUD/M-${n}` }));
    // Corrected by the same again: one fact of two entries, after which the gate is as open as before.
    facts.push(aSignalFact({ id: 'f0 again', subject: cadre(0), matter: 'A-AUD/M-0', corrects: uuidOf('test', 'f0') }));
    facts.push(aSignalFact({ id: 'unit', subject: 'unit:U-1', code: 'org-fiscal-discipline-breach' }));
    const batch = aBatchOf(facts);
    await database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), new Sealer(randomBytes(32))));
    await database.query(`
      INSERT INTO resolver.unit (code, name, parent_code, category) VALUES ('C', '示例县', NULL, 'county'), ('U-1', '示例镇', 'C', 'township');
      INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-1', 'U-1', '镇长', '{principal}'), ('P-2', 'U-1', '科员', '{}');
    `);
    for (let n = 0; n < 14; n += 1) {
      await database.query(`INSERT INTO resolver.cadre (id, token, name, category, managed_higher) VALUES ($1, $1, '示例', '其他', $2)`, [
        cadre(n),
        n === 13,
      ]);
      await database.query(`INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ($1, $2, '2020-01-01')`, [
        cadre(n),
        n === 0 ? 'P-1' : 'P-2',
      ]);
    }
    await database.query(
      `INSERT INTO workflow.candidate (id, cadre_id, state, version, cause, proposed_on, due_on, level, e_milli, p_milli, policy, leading_matter, reasons, rest, recommended, decided_by)
       VALUES (gen_random_uuid(), $1, 'taken', 1, $2, '2026-10-02', '2026-11-02', 'inquiry', 59954, 59954, 'shipped', '', $3, '{}', '{}', 'somebody')`,
      [cadre(1), uuidOf('test', 'f1'), JSON.stringify([{ code: CODE, channel: 'organization', grade: 'A' }])],
    );
  });
  beforeEach(() => {
    backtests = new Backtests(database, new NoonClock());
  });
  afterEach(async () => backtests.beforeApplicationShutdown());
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const tried = (policy: object): Tried => {
    const { document, hash } = namedJson(policy);
    return { policyId: uuidOf(hash), hash, document, by: 'author', hours: { perCandidate: 6, perWeek: 40 } };
  };
  const ended = async ({ policyId, hash }: { policyId: string; hash: string }): Promise<BacktestAnswer['backtest']> => {
    let last: BacktestAnswer['backtest'] = null;
    await eventually(async () => {
      last = (await backtests.last(policyId, hash)).backtest;
      expect(last?.state).not.toBe('running');
    });
    return last;
  };

  it('tells how levels, candidates and groups would change, and leaves out whom a higher level manages', async () => {
    const milder = tried(MILDER);
    const { backtest: begun } = await backtests.begin(milder);
    expect(begun).toMatchObject({ state: 'running', total: 14, by: 'author', day: '2026-10-10' });
    const done = await ended(milder);
    expect(done).toMatchObject({ state: 'done', done: 14, total: 14, hash: milder.hash, beforeHash: namedJson(SHIPPED_POLICY).hash });
    expect(done).toMatchObject({
      hours: milder.hours,
      capacity: { mostHours: { before: 78, after: 0 }, weeksBeyond: { before: 1, after: 0 } },
    });
    const { moves, weeks, outcomes, treatment } = done?.result ?? {};
    expect([moves?.cadres[INQUIRY]?.[WATCH], moves?.units.flat().filter((count) => count > 0)]).toEqual([13, [1]]);
    expect(weeks?.at(-2)).toEqual({ before: 13, after: 0 });
    expect(outcomes?.rule[CODE]).toEqual({ taken: 1, dismissed: 0, takenStill: 0, dismissedStill: 0 });
    expect(treatment?.unit).toEqual([{ name: 'U-1', label: '示例镇', count: { people: 13, before: 13, after: 0 } }]);
    expect(treatment?.rank.map(({ count }) => count)).toEqual([null, null]);
  });

  it('keeps nowhere what is held back', async () => {
    const kept = await database.query<{ result: string }>('SELECT result FROM projector.backtest');
    expect(kept.length).toBeGreaterThan(0);
    for (const { result } of kept) expect(result).not.toMatch(/cadre:|"people":[1-9][,}]/);
  });

  it('changes nothing in readings, announcements or candidates', async () => {
    const all = async (): Promise<unknown> =>
      database.query(`
      SELECT (SELECT count(*) FROM log.outbox), (SELECT md5(string_agg(reading::text, '' ORDER BY subject)) FROM projector.reading), (SELECT count(*) FROM workflow.candidate)`);
    const before = await all();
    const other = tried({ ...MILDER, name: '再试' });
    await backtests.begin(other);
    await ended(other);
    expect(await all()).toEqual(before);
  });

  it('runs once at a time for one document, and after a process has ended again', async () => {
    const slow = tried({ ...MILDER, name: '三试' });
    await database.query(
      `INSERT INTO projector.backtest (id, policy_id, hash, before_hash, asked_by, day, total) VALUES (gen_random_uuid(), $1, $2, '', 'x', '2026-10-10', 1)`,
      [slow.policyId, slow.hash],
    );
    await expect(backtests.begin(slow)).rejects.toMatchObject({ status: 409, code: 'backtest-running' });
    await database.query(`UPDATE projector.backtest SET touched_at = now() - interval '2 minutes' WHERE hash = $1`, [slow.hash]);
    expect((await backtests.last(slow.policyId, slow.hash)).backtest?.state).toBe('failed');
    await backtests.begin(slow);
    expect((await ended(slow))?.state).toBe('done');
  });

  it('that is stopped has no result', async () => {
    const stop = new AbortController();
    stop.abort(new Error('the process ends'));
    const compared = { before: SHIPPED_POLICY, after: MILDER, today: 9_779 };
    await expect(runBacktest(database, compared, { onProgress: async () => {}, signal: stop.signal })).rejects.toThrow('the process ends');
    expect(NO_BACKTEST.subjects).toBe(0);
  });
});
