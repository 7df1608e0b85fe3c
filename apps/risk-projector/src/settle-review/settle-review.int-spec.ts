import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { settleUnits } from '../../../../test/access/two-towns';
import { RiskProjectorModule } from '../risk-projector.module';

describeWith(['postgres'], 'an entry of the review list', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    stack = await aTestStack();
    app = await runApp('risk-projector', stack.config, [RiskProjectorModule]);
    url = await app.getUrl();
    await settleUnits(stack.database);
    await stack.database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ('cadre:1', 't', '示例', '其他')`);
    await stack.database.query(
      `INSERT INTO resolver.post_history (cadre_id, post_code, from_day) VALUES ('cadre:1', 'P-T1', '2020-01-01')`,
    );
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  const listed = async (): Promise<string> => {
    const id = randomUUID();
    await stack.database.query(
      `WITH switched AS (
         INSERT INTO projector.slot_switch (id, kind, from_slot, to_slot, from_policy, to_policy, by, reason, offsets)
         VALUES ($1, 'switch', 'a', 'b', 'p', 'q', 'head', '示例', '{}') RETURNING id)
       INSERT INTO projector.policy_review (id, subject, switch, policy, level_before, level_after, e_before, e_after, day)
       SELECT id, 'cadre:1', id, 'q', 0, 3, 0, 60000, '2026-10-02' FROM switched`,
      [id],
    );
    return id;
  };
  const settle = async (as: string, id: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${url}/api/v1/policy-reviews/${id}/settlement`, {
      method: 'POST',
      headers: { 'liuqu-demo-principal': as, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const { code, state } = (await answer.json()) as { code?: string; state?: string };
    return [answer.status, code ?? state];
  };
  const NOTE = { note: '问题已于去年函询了结，无新情况' };

  it('is settled once, with what was found, by who handles', async () => {
    const id = await listed();
    expect(await settle('handler', id, { note: '  ' })).toEqual([400, 'request-not-understood']);
    expect(await settle('petition-clerk', id, NOTE)).toEqual([403, 'role-not-allowed']);
    expect(await settle('handler@T1', id, NOTE)).toEqual([200, 'settled']);
    expect(await settle('handling-office-head', id, NOTE)).toEqual([409, 'policy-review-settled']);
    expect(await stack.database.query('SELECT settled_by, note, state FROM projector.policy_review WHERE id = $1', [id])).toEqual([
      { settled_by: 'demo-handler', note: NOTE.note, state: 'settled' },
    ]);
  });

  it('is not there for who does not see whom it is about, nor under an id that nobody gave', async () => {
    const id = await listed();
    expect(await settle('handler@T2', id, NOTE)).toEqual([404, 'policy-review-not-found']);
    expect(await settle('handler', randomUUID(), NOTE)).toEqual([404, 'policy-review-not-found']);
    expect(await settle('handler', 'none', NOTE)).toEqual([400, 'request-not-understood']);
    await stack.database.query(`UPDATE projector.policy_review SET state = 'lapsed' WHERE id = $1`, [id]);
    expect(await settle('handler', id, NOTE)).toEqual([409, 'policy-review-settled']);
  });
});
