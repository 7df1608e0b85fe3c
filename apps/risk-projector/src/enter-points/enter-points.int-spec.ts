import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { dateOf, dayOf } from '#domain/calendar/day';
import { PACKS } from '#domain/points/packs';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { civilDate } from '#platform/time/clock';
import { keepLedger } from '#testing/kept-ledger';
import { aFinding } from '#testing/ledger';
import { liveScheme } from '#testing/policies';
import { YUNLING_100 } from '#testing/schemes/yunling-100';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { RiskProjectorModule } from '../risk-projector.module';

describeWith(['postgres'], 'what people enter about points', () => {
  const today = dayOf(civilDate(new Date()));
  const ago = (days: number): string => dateOf(today - days);
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;
  let cadres = 0;

  beforeAll(async () => {
    stack = await aTestStack();
    await liveScheme(stack.database, YUNLING_100);
    for (const pack of PACKS) await liveScheme(stack.database, pack);
    await stack.database.query(`INSERT INTO resolver.unit (code, name, category) VALUES ('U-1', '示例镇', 'township')`);
    await stack.database.query(`INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-1', 'U-1', '镇长', '{}')`);
    app = await runApp('risk-projector', stack.config, [RiskProjectorModule]);
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  /** A cadre of the town with a graver omission that was verified a month ago. */
  const withOmission = async (): Promise<{ readonly subject: string; readonly fact: string }> => {
    cadres += 1;
    const [subject, fact, day] = [`cadre:${cadres}`, randomUUID(), today - 30];
    await stack.database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ($1, $1, '陈示例', '其他')`, [subject]);
    await stack.database.query(`INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ($1, 'P-1', '2020-01-01')`, [
      subject,
    ]);
    const omission = aFinding({
      id: fact,
      code: 'self-personal-matters-omission',
      severity: 3,
      day,
      releasedOn: day,
      matter: 'A-ORG/number/1',
    });
    await keepLedger(stack.database, subject, [omission], SHIPPED_POLICY);
    return { subject, fact };
  };
  const enter = async (role: string, subject: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${url}/api/v1/points/${encodeURIComponent(subject)}/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'liuqu-demo-principal': role },
      body: JSON.stringify({ id: randomUUID(), scheme: 'yunling-100', ...body }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const step = (target: string, name: string, daysAgo: number, more: object = {}): object => ({
    kind: 'step',
    target,
    step: name,
    on: ago(daysAgo),
    ...more,
  });
  const rowOf = async (subject: string): Promise<unknown> =>
    (
      await stack.database.query(`SELECT value, pending, standing FROM projector.points WHERE subject = $1 AND scheme = 'yunling-100'`, [
        subject,
      ])
    )[0];

  it('leads from notice to points, by two people, and the row says so at once', async () => {
    const { subject, fact } = await withOmission();
    expect(await enter('handler', subject, step(fact, 'notice', 20))).toMatchObject({
      status: 200,
      body: { value: 100_000, threshold: null },
    });
    expect(await rowOf(subject)).toEqual({ value: 100_000, pending: 1, standing: 0 });
    await enter('handler', subject, step(fact, 'statement', 18, { note: '认为属漏填' }));
    await enter('handler', subject, step(fact, 'verification', 12));
    expect(await enter('handler', subject, step(fact, 'confirmation', 10))).toMatchObject({
      status: 409,
      body: { code: 'role-does-not-confirm' },
    });
    expect(await enter('handling-office-head', subject, step(fact, 'confirmation', 10))).toMatchObject({
      body: { value: 92_000, threshold: 'attention' },
    });
    expect(await rowOf(subject)).toEqual({ value: 92_000, pending: 0, standing: 1 });
    await enter('handler', subject, step(fact, 'objection', 5, { note: '本人提出异议' }));
    const upheld = step(fact, 'objection-upheld', 1, { note: '经复核，不属漏报' });
    expect(await enter('deputy-leader', subject, upheld)).toMatchObject({ body: { value: 100_000, threshold: null } });
  });

  it('is kept with who, as what, when and why, and the same sent again changes nothing', async () => {
    const { subject } = await withOmission();
    const plan = { id: randomUUID(), kind: 'measure', measure: 'late-plan', day: ago(3), note: '文号 2026-8' };
    const first = await enter('handler', subject, plan);
    expect([first, await enter('handler', subject, plan)]).toEqual([first, first]);
    expect(await enter('handler', subject, { ...plan, day: ago(4) })).toMatchObject({
      status: 409,
      body: { code: 'entry-known-otherwise' },
    });
    const other = await withOmission();
    expect(await enter('handler', other.subject, plan)).toMatchObject({ status: 409, body: { code: 'entry-known-otherwise' } });
    const [row] = await stack.database.query<{ body: string; note: string; role: string; trace_id: string }>(
      'SELECT body, note, role, trace_id FROM projector.points_entry WHERE id = $1',
      [plan.id],
    );
    expect(row).toMatchObject({ note: '文号 2026-8', role: 'handler', trace_id: expect.stringMatching(/^[\da-f]{32}$/) });
    expect(JSON.parse(row?.body ?? '')).toMatchObject({ by: 'demo-handler', matter: `entered/${plan.id}`, enteredOn: today });
  });

  it('may be a measure in a matter that is known, which then counts once', async () => {
    const { subject, fact } = await withOmission();
    const plan = randomUUID();
    expect(
      (await enter('handler', subject, { id: plan, kind: 'measure', measure: 'late-plan', day: ago(3), sameMatterAs: fact })).status,
    ).toBe(200);
    const [row] = await stack.database.query<{ body: string }>('SELECT body FROM projector.points_entry WHERE id = $1', [plan]);
    expect(JSON.parse(row?.body ?? '')).toMatchObject({ matter: 'A-ORG/number/1' });
    const unknown = { kind: 'measure', measure: 'late-plan', day: ago(3), sameMatterAs: randomUUID() };
    expect(await enter('handler', subject, unknown)).toMatchObject({ status: 409, body: { code: 'matter-not-found' } });
  });

  it('is taken back with a reason, and is as if it had never been entered', async () => {
    const { subject } = await withOmission();
    const before = await rowOf(subject);
    const id = randomUUID();
    await enter('handler', subject, { id, kind: 'measure', measure: 'late-plan', day: ago(3) });
    expect(await enter('handler', subject, { kind: 'taken-back', target: id })).toMatchObject({ status: 400 });
    expect((await enter('handler', subject, { kind: 'taken-back', target: id, note: '登记错人' })).status).toBe(200);
    expect([await rowOf(subject), before]).toEqual([{ value: 100_000, pending: 1, standing: 0 }, undefined]);
  });

  it.each<[string, object, number, string]>([
    ['a scheme that is not live', { scheme: 'nowhere', kind: 'measure', measure: 'late-plan', day: '2026-01-05' }, 404, 'scheme-not-live'],
    ['a scheme for others', { scheme: 'huinong-3c', kind: 'measure', measure: 'x', day: '2026-01-05' }, 409, 'subject-not-of-scheme'],
    ['a measure that it does not have', { kind: 'measure', measure: 'fine', day: '2026-01-05' }, 409, 'measure-not-in-scheme'],
    ['a day to come', { kind: 'measure', measure: 'late-plan', day: '2199-01-05' }, 409, 'day-to-come'],
    ['a day before the year 2000', { kind: 'measure', measure: 'late-plan', day: '1999-01-05' }, 409, 'day-too-early'],
    ['a step on nothing', { kind: 'step', target: randomUUID(), step: 'notice', on: '2026-01-05' }, 409, 'nothing-to-step-on'],
    ['a step that nobody knows', { kind: 'step', target: randomUUID(), step: 'pardon', on: '2026-01-05' }, 400, 'request-not-understood'],
    [
      'a refusal without a reason',
      { kind: 'step', target: randomUUID(), step: 'refusal', on: '2026-01-05' },
      400,
      'request-not-understood',
    ],
    ['something else', { kind: 'gift' }, 400, 'request-not-understood'],
  ])('is refused for %s', async (_what, body, status, code) => {
    const { subject } = await withOmission();
    expect(await enter('handler', subject, body)).toMatchObject({ status, body: { code } });
  });

  it('is nobody else’s to enter, and about nobody who is not there', async () => {
    const { subject, fact } = await withOmission();
    for (const role of ['case-management', 'petition-clerk', 'auditor', 'system-administrator'])
      expect(await enter(role, subject, step(fact, 'notice', 20))).toMatchObject({ status: 403 });
    expect(await enter('handler@U-9', subject, step(fact, 'notice', 20))).toMatchObject({
      status: 404,
      body: { code: 'subject-not-found' },
    });
    expect(await enter('handler@U-1', subject, step(fact, 'notice', 20))).toMatchObject({ status: 200 });
    await stack.database.query('UPDATE resolver.cadre SET managed_higher = true WHERE id = $1', [subject]);
    expect(await enter('handler', subject, step(fact, 'notice', 20))).toMatchObject({ status: 404 });
  });

  it('of two people who confirm at the same moment, one is heard', async () => {
    const { subject, fact } = await withOmission();
    await enter('handler', subject, step(fact, 'notice', 20));
    await enter('handler', subject, step(fact, 'verification', 12));
    const both = await Promise.all(
      ['handling-office-head', 'deputy-leader'].map(async (role) => enter(role, subject, step(fact, 'confirmation', 10))),
    );
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
    expect(await rowOf(subject)).toEqual({ value: 92_000, pending: 0, standing: 1 });
  });
});
