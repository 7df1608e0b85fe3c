import { randomUUID } from 'node:crypto';
import * as told from '#contracts/policy/policy-events';
import { POLICY_EVENTS } from '#contracts/topics';
import { dateOf, type Day, dayOf } from '#domain/calendar/day';
import { decidePolicy } from '#domain/policy/decide-policy';
import type { PolicyCommand } from '#domain/policy/policy-life';
import type { ChangedPolicy } from '#domain/policy/policy-store';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { goLive } from '#persistence/go-live';
import { oddsPolicyInForce, oddsPolicyNamed, oddsPolicyOn, PolicyMissing } from '#persistence/odds-policies';
import { PostgresPolicyStore } from '#persistence/postgres-policy-store';
import { namedJson } from '#platform/json/named-json';
import { approvalOf, approvedPolicy, aPolicy, examineNothing } from '#testing/policies';
import { describeWith, freshDatabase } from '#testing/services/local-services';

describeWith(['postgres'], 'policies on PostgreSQL', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let today: Day;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 4);
    await database.migrate();
    const [row] = await database.query<{ today: string }>('SELECT console.today()::text AS today');
    today = dayOf(row?.today ?? '');
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const shipped = namedJson(SHIPPED_POLICY);
  const decide = async (id: string, command: PolicyCommand): Promise<ChangedPolicy> =>
    new PostgresPolicyStore(database).change(id, (policy) => decidePolicy(command, policy, examineNothing));
  const announced = async (): Promise<{ type: string; data: Record<string, unknown> }[]> => {
    const rows = await database.query<{ type: string; data: string }>('SELECT type, data FROM log.outbox WHERE topic = $1 ORDER BY id', [
      POLICY_EVENTS,
    ]);
    return rows.map(({ type, data }) => ({ type, data: JSON.parse(data) as Record<string, unknown> }));
  };
  const switchTo = async (hash: string, day: Day): Promise<void> => database.transaction(async (tx) => goLive(tx, hash, day, 'switcher'));
  const onDay = async (day: Day): Promise<string> => (await oddsPolicyOn(database, day)).policy.name;

  it('a new installation reads by the shipped one, whatever day is asked, and ships it once', async () => {
    await database.migrate();
    const named = { hash: shipped.hash, policy: SHIPPED_POLICY };
    expect(await oddsPolicyInForce(database)).toEqual(named);
    expect(await oddsPolicyOn(database, 0)).toEqual(named);
    expect(await oddsPolicyOn(database, today + 400)).toEqual(named);
    const events = await announced();
    expect(events.map(({ type }) => type)).toEqual([told.POLICY_SHIPPED, told.POLICY_WENT_LIVE]);
    expect(told.policyShipped.parse(events[0]?.data)).toMatchObject({ hash: shipped.hash, name: 'shipped', document: shipped.document });
    expect(told.policyWentLive.parse(events[1]?.data)).toMatchObject({ hash: shipped.hash, on: dateOf(today) });
  });

  it('a policy is kept as a stream, with the state that it leads to', async () => {
    const [id, text] = [randomUUID(), JSON.stringify(aPolicy())];
    for (const [place, command] of approvalOf(text).entries()) {
      expect(await decide(id, command)).toMatchObject({ version: place + 1, policy: { sent: { text } } });
    }
    const [row] = await database.query<{ state: string; hash: string; document: string }>('SELECT * FROM projector.policy WHERE id = $1', [
      id,
    ]);
    expect(row).toMatchObject({ state: 'approved', ...namedJson(JSON.parse(text)), version: 5 });
    const [, , asked, approved, ...more] = await announced();
    expect(more).toEqual([]);
    expect(told.approvalAsked.parse(asked?.data)).toMatchObject({ policyId: id });
    expect(/first-approver|second-approver/.test(JSON.stringify(await announced()))).toBe(false);
    expect(told.policyApproved.parse(approved?.data)).toMatchObject({ policyId: id, document: row?.document });
  });

  it('a draft is kept whatever it is, JSON or not', async () => {
    const store = new PostgresPolicyStore(database);
    const sent = { text: '{"name": ', document: null, hash: null };
    const id = randomUUID();
    await store.change(id, () => [{ type: 'PolicyDrafted', kind: 'odds', sent, by: 'author', on: today }]);
    expect((await store.change(id, () => [])).policy).toMatchObject({ status: 'draft', sent });
  });

  it('the same document is put up for approval once, and a name belongs to one', async () => {
    const policy = aPolicy();
    await approvedPolicy(database, policy);
    await expect(approvedPolicy(database, policy)).rejects.toMatchObject({ code: 'policy-known-already' });
    await expect(approvedPolicy(database, { ...policy, dwellDays: 31 })).rejects.toMatchObject({ code: 'policy-name-in-use' });
    await expect(approvedPolicy(database, SHIPPED_POLICY)).rejects.toMatchObject({ code: 'policy-known-already' });
  });

  it('goes live in the place of the former, and each day keeps the policy that was live on it', async () => {
    const [second, third] = [
      await approvedPolicy(database, aPolicy({ name: '二' })),
      await approvedPolicy(database, aPolicy({ name: '三' })),
    ];
    await switchTo(second.hash, today + 10);
    await switchTo(second.hash, today + 11);
    await switchTo(third.hash, today + 20);
    expect((await oddsPolicyInForce(database)).hash).toBe(third.hash);
    expect([await onDay(today - 5_000), await onDay(today + 9), await onDay(today + 10)]).toEqual(['shipped', 'shipped', '二']);
    expect([await onDay(today + 19), await onDay(today + 20), await onDay(today + 4_000)]).toEqual(['二', '三', '三']);
    await switchTo(shipped.hash, today + 20);
    expect([await onDay(today + 19), await onDay(today + 20)]).toEqual(['二', 'shipped']);
    const types = (await announced()).map(({ type, data }) => [type, data['name']]);
    expect(types.slice(-2)).toEqual([
      [told.POLICY_RETIRED, '三'],
      [told.POLICY_WENT_LIVE, 'shipped'],
    ]);
    const live = await database.query<{ name: string }>(`SELECT name FROM projector.policy WHERE state = 'live'`);
    expect(live).toEqual([{ name: 'shipped' }]);
  });

  it('only what was approved goes live, and two switches at once leave one', async () => {
    const text = JSON.stringify(aPolicy());
    const id = randomUUID();
    for (const command of approvalOf(text).slice(0, 4)) await decide(id, command);
    await expect(switchTo(namedJson(JSON.parse(text)).hash, today)).rejects.toMatchObject({ code: 'policy-not-approved' });
    const [one, two] = [await approvedPolicy(database, aPolicy()), await approvedPolicy(database, aPolicy())];
    await Promise.all([switchTo(one.hash, today), switchTo(two.hash, today)]);
    const live = await database.query<{ hash: string }>(`SELECT hash FROM projector.policy WHERE state = 'live'`);
    const open = await database.query<{ hash: string }>('SELECT hash FROM projector.policy_in_force WHERE until_day IS NULL');
    expect(live).toHaveLength(1);
    expect(open).toEqual(live);
  });

  it('what was altered behind its name is not read, nor is anything read where none is live', async () => {
    const { hash } = await approvedPolicy(database, aPolicy());
    await database.query(`UPDATE projector.policy SET document = replace(document, '55000', '56000') WHERE hash = $1`, [hash]);
    await expect(oddsPolicyNamed(database, hash)).rejects.toThrow(PolicyMissing);
    await database.query('TRUNCATE projector.policy, projector.policy_event, projector.policy_in_force');
    await expect(oddsPolicyInForce(database)).rejects.toThrow('no odds policy is live');
    await expect(oddsPolicyNamed(database, '0'.repeat(64))).rejects.toThrow(PolicyMissing);
  });

  it('people see what was approved, in any scope, and no draft', async () => {
    const { hash } = await approvedPolicy(database, aPolicy());
    await decide(randomUUID(), { type: 'DraftPolicy', kind: 'odds', text: '{}', by: 'author', on: today });
    const seen = async (scope: string | null): Promise<number> =>
      (await database.readAs(scope, async (reading) => reading.query('SELECT id FROM projector.policy'))).length;
    await database.query(`INSERT INTO resolver.unit (code, name, category) VALUES ('C', '示例县', 'county')`);
    expect([await seen(null), await seen('C'), await seen('X')]).toEqual([2, 2, 0]);
    const asReader = await database.readAs('C', async (reading) => oddsPolicyNamed(reading, hash));
    expect(asReader?.hash).toBe(hash);
  });
});
