import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { dateOf, dayOf } from '#domain/calendar/day';
import { civilDate } from '#platform/time/clock';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { InquiryWorkflowModule } from '../inquiry-workflow.module';

const REASON = '另有未入库的核查情况';
const today = dayOf(civilDate(new Date()));
const soon = dateOf(today + 30);

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly state?: string; readonly code?: string; readonly detail?: string };
}

describeWith(['postgres'], 'a level that two persons set', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    stack = await aTestStack();
    app = await runApp('inquiry-workflow', stack.config, [InquiryWorkflowModule]);
    url = await app.getUrl();
    await stack.database.query(`
      INSERT INTO resolver.unit (code, name, category) VALUES ('U-1', '示例镇', 'township'), ('U-2', '示例乡', 'township');
      INSERT INTO resolver.post (code, unit_code, title, factors) VALUES ('P-1', 'U-1', '镇长', '{}'), ('P-2', 'U-2', '乡长', '{}');
      INSERT INTO resolver.cadre (id, token, name, category) VALUES ('cadre:1', 't1', '陈示例', '其他'), ('cadre:2', 't2', '李示例', '其他');
      INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ('cadre:1', 'P-1', '2020-01-01'), ('cadre:2', 'P-2', '2020-01-01');
    `);
  });
  beforeEach(async () => stack.database.query('TRUNCATE workflow.override'));
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  const post = async (who: string, path: string, body: object = {}): Promise<Answer> => {
    const answer = await fetch(`${url}/api/v1/overrides${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'liuqu-demo-principal': who },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
  const ask = async (given: object = {}, who = 'handler'): Promise<Answer> =>
    post(who, '', { subject: 'cadre:1', level: 'priority', until: soon, reason: REASON, ...given });
  const kept = async (): Promise<unknown> =>
    stack.database.query('SELECT level, confirmed, refused_because, lifted_because FROM workflow.override');

  it('waits, holds from the second person on, and is lifted with a reason', async () => {
    const { status, body } = await ask();
    expect([status, body.state]).toEqual([201, 'waiting']);
    expect(await post('handling-office-head', `/${body.id}/confirmation`)).toMatchObject({ status: 200, body: { state: 'holding' } });
    expect(await ask({ level: 'watch' })).toMatchObject({ status: 409, body: { code: 'override-holds-already' } });
    expect(await post('deputy-leader', `/${body.id}/lifting`, { reason: '情况已经查清' })).toMatchObject({ status: 200 });
    expect(await kept()).toEqual([{ level: 'priority', confirmed: true, refused_because: null, lifted_because: '情况已经查清' }]);
    expect((await ask({ level: 'watch' })).status).toBe(201);
  });

  it('needs another person, once', async () => {
    const { body } = await ask({}, 'handling-office-head');
    const own = await post('handling-office-head', `/${body.id}/confirmation`);
    expect(own).toMatchObject({ status: 409, body: { code: 'override-needs-another-person' } });
    expect(own.body.detail).toMatch(/。$/);
    expect((await post('deputy-leader', `/${body.id}/refusal`, { reason: '依据不足，不予定级' })).status).toBe(200);
    expect(await post('deputy-leader', `/${body.id}/confirmation`)).toMatchObject({
      status: 409,
      body: { code: 'override-decided-already' },
    });
    expect(await kept()).toEqual([{ level: 'priority', confirmed: false, refused_because: '依据不足，不予定级', lifted_because: null }]);
  });

  it('is refused without a day to come, a reason or a known level', async () => {
    expect(await ask({ until: dateOf(today) })).toMatchObject({ status: 409, body: { code: 'override-until-past' } });
    for (const wrong of [{ until: '2026-02-30' }, { reason: '无' }, { level: 'red' }]) expect((await ask(wrong)).status).toBe(400);
  });

  it('is not there out of view, for nobody, and for whom a higher level manages', async () => {
    const { body } = await ask();
    expect((await ask({ subject: 'cadre:nobody' })).status).toBe(404);
    expect((await ask({}, 'handler@U-2')).status).toBe(404);
    expect((await post('handling-office-head@U-2', `/${body.id}/confirmation`)).status).toBe(404);
    await stack.database.query(`UPDATE resolver.cadre SET managed_higher = true WHERE id = 'cadre:1'`);
    expect((await post('handling-office-head', `/${body.id}/confirmation`)).status).toBe(404);
    await stack.database.query(`UPDATE resolver.cadre SET managed_higher = false WHERE id = 'cadre:1'`);
  });

  it('is asked for by who handles, and decided by who heads or leads', async () => {
    const { body } = await ask();
    for (const role of ['petition-clerk', 'system-administrator', 'auditor']) expect((await ask({}, role)).status).toBe(403);
    expect((await post('handler', `/${body.id}/confirmation`)).status).toBe(403);
  });
});
