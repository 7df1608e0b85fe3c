import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { type RebuildAnswer, rebuildAnswer } from '#contracts/console/rebuild';
import { RISK_SIGNALS } from '#contracts/topics';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { Policy } from '#domain/risk/policy';
import type { NewRecord } from '#messaging/event-log';
import { digestOfReadings, digestOfSlot } from '#persistence/readings/digest-of-slot';
import { eventually } from '#testing/eventually';
import { approvedPolicy } from '#testing/policies';
import { randomFacts } from '#testing/random-facts';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { RiskProjectorModule } from './risk-projector.module';

const OPERATOR = 'system-administrator';
const HEAD = 'handling-office-head';

/** Audit findings of class 4 weigh less, so that many stand lower; hotline complaints nothing at all. */
const MILDER: Policy = {
  ...SHIPPED_POLICY,
  name: 'milder',
  weights: { ...SHIPPED_POLICY.weights, 'org-audit-exit-finding': { '1': 2, '2': 5, '3': 10, '4': 20, '5': 40 } },
};

describeWith(['postgres'], 'a rebuild, with two processes', () => {
  let stack: TestStack;
  const apps: NestFastifyApplication[] = [];
  let url: string;

  beforeAll(async () => {
    stack = await aTestStack();
    for (const _ of [1, 2]) apps.push(await runApp('risk-projector', stack.config, [RiskProjectorModule]));
    url = (await apps[0]?.getUrl()) ?? '';
    await append(randomFacts(7, 2_000, 60));
    await caughtUp();
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await stack?.close();
  });

  const append = async (records: readonly NewRecord[]): Promise<void> => stack.log.append(RISK_SIGNALS, records);
  const caughtUp = async (): Promise<void> =>
    eventually(async () => {
      const ends = (await stack.log.bounds(RISK_SIGNALS)).reduce((sum, { next }) => sum + next, 0);
      const [row] = await stack.database.query<{ at: number }>(
        `SELECT coalesce(sum(next_offset), 0)::int AS at FROM log.consumer_offset WHERE consumer_group = 'risk-projector'`,
      );
      expect(row?.at).toBe(ends);
    });
  const call = async (role: string, path: string, body?: object): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${url}/api/v1/rebuild${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'liuqu-demo-principal': role, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const done = async (role: string, path: string, body: object): Promise<RebuildAnswer> => {
    const answer = await call(role, path, body);
    expect([path, answer.status, answer.body]).toEqual([path, expect.any(Number), expect.objectContaining({ live: expect.anything() })]);
    return rebuildAnswer.parse(answer.body);
  };
  const refusal = async (role: string, path: string, body: object): Promise<unknown> => {
    const answer = await call(role, path, body);
    return [answer.status, (answer.body as { code?: string }).code];
  };
  const status = async (): Promise<RebuildAnswer> => rebuildAnswer.parse((await call(OPERATOR, '')).body);
  const until = async (holds: (answer: RebuildAnswer) => boolean): Promise<RebuildAnswer> => {
    let answer = await status();
    await eventually(async () => {
      answer = await status();
      expect([holds(answer), answer.other.state, answer.other.fault]).toEqual([true, expect.anything(), null]);
    });
    return answer;
  };
  const certified = async (): Promise<RebuildAnswer> => {
    await done(OPERATOR, '/certificate', {});
    return until(({ certificate, other }) => certificate !== null && other.certificateAskedBy === null);
  };
  const ready = async (): Promise<RebuildAnswer> => until(({ other }) => other.state === 'ready' && other.behind === 0);
  const announced = async (): Promise<number> =>
    (await stack.database.query(`SELECT 1 FROM log.record WHERE topic = 'risk.events.v1'`)).length;
  const liveDigest = async (): Promise<string> => digestOfReadings(stack.database);

  it('is refused to who may not, without a policy that was approved, and before there is anything to certify or switch', async () => {
    expect(await refusal('handler', '', {})).toEqual([403, 'role-not-allowed']);
    expect(await refusal(OPERATOR, '', { policy: 'a'.repeat(64) })).toEqual([409, 'policy-not-approved']);
    expect(await refusal(OPERATOR, '', { policy: 'shipped' })).toEqual([400, 'request-not-understood']);
    expect(await refusal(OPERATOR, '/certificate', {})).toEqual([409, 'slot-not-ready']);
    expect(await refusal(HEAD, '/switch', { reason: '按新规则' })).toEqual([409, 'slot-not-ready']);
    expect(await refusal(HEAD, '/back', { reason: '按旧规则' })).toEqual([409, 'nothing-to-go-back-to']);
    expect(await refusal(OPERATOR, '/drop', {})).toEqual([409, 'nothing-to-drop']);
  });

  it('under the same policy gives the same readings to the byte, and a certificate says so', async () => {
    const before = [await liveDigest(), await announced()];
    const started = await done(OPERATOR, '', {});
    expect(started.other).toMatchObject({ slot: 'b', state: 'filling', startedBy: `demo-${OPERATOR}` });
    expect((await ready()).other.filledAt).not.toBeNull();
    const { certificate } = await certified();
    expect(certificate).toMatchObject({ valid: true, holds: true, askedBy: `demo-${OPERATOR}` });
    const { findings } = certificate ?? { findings: undefined };
    expect(findings).toMatchObject({ digest: before[0], recomputed: before[0], liveDigest: before[0], raised: 0, lowered: 0, faults: [] });
    expect(findings?.differences).toEqual({ policy: 0, slot: 0, live: 0 });
    expect(findings?.rows).toBeGreaterThan(50);
    expect([await liveDigest(), await announced()]).toEqual(before);
  });

  it('is not switched to by who began it, nor with an empty reason, nor while a row is wrong', async () => {
    expect(await refusal(OPERATOR, '/switch', { reason: '自己切换' })).toEqual([409, 'switch-needs-another-person']);
    expect(await refusal(HEAD, '/switch', { reason: ' ' })).toEqual([400, 'request-not-understood']);
    await stack.database.query(
      `UPDATE projector.reading SET e_milli = e_milli + 1 WHERE slot = 'b' AND subject = (SELECT max(subject) FROM projector.reading)`,
    );
    const { certificate } = await certified();
    expect(certificate).toMatchObject({ valid: false, holds: false, findings: { differences: { policy: 0, slot: 1, live: 0 } } });
    expect(certificate?.findings.faults).toEqual([{ subject: expect.stringMatching(/^unit:/), slot: 'made' }]);
    expect(await refusal(HEAD, '/switch', { reason: '试一试' })).toEqual([409, 'certificate-not-valid']);
  });

  it('tells a wrong row of the live slot from one of its own', async () => {
    await stack.database.query(
      `UPDATE projector.reading SET e_milli = e_milli - 1 WHERE slot = 'b' AND subject = (SELECT max(subject) FROM projector.reading)`,
    );
    await stack.database.query(`UPDATE projector.reading SET level = level + 1 WHERE slot = 'a' AND subject = 'cadre:7'`);
    await stack.database.query(`DELETE FROM projector.reading WHERE slot = 'a' AND subject = 'cadre:9'`);
    const { certificate } = await certified();
    expect(certificate).toMatchObject({ valid: true, findings: { differences: { policy: 0, slot: 0, live: 3 } } });
  });

  it('under another policy makes that policy live, lists who stands higher by it alone, and goes back in one step', async () => {
    await done(OPERATOR, '', {});
    await ready();
    await certified();
    await done(HEAD, '/switch', { reason: '在用读数有误，重建后切换' });
    const [wrong] = await stack.database.query('SELECT 1 FROM projector.reading WHERE slot = $1 AND subject = $2', ['b', 'cadre:9']);
    expect(wrong).toBeDefined();

    const { hash } = await approvedPolicy(stack.database, MILDER);
    const before = [await liveDigest(), await announced()];
    await done(OPERATOR, '', { policy: hash });
    await ready();
    await append(randomFacts(8, 300, 60));
    const { certificate } = await certified();
    expect(certificate).toMatchObject({ valid: true, policy: { hash, name: 'milder' }, livePolicy: { name: 'shipped' } });
    expect(certificate?.findings.differences).toMatchObject({ slot: 0, live: 0 });
    expect(certificate?.findings.differences.policy).toBeGreaterThan(10);
    expect(certificate?.findings.lowered).toBeGreaterThan(5);
    await caughtUp();
    const [oldDigest, told] = [await liveDigest(), await announced()];
    expect(oldDigest).not.toBe(before[0]);

    const switched = await done(HEAD, '/switch', { reason: '启用新规则' });
    expect(switched.live).toMatchObject({ slot: 'a', policy: { name: 'milder' } });
    expect(switched.other).toMatchObject({ slot: 'b', state: 'standby', policy: { name: 'shipped' } });
    expect(switched.switches.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['switch', '启用新规则'],
      ['switch', '在用读数有误，重建后切换'],
    ]);
    expect(await announced()).toBe(told);
    await append(randomFacts(9, 300, 60));
    await caughtUp();
    await until(({ other }) => other.behind === 0);
    expect(await refusal(HEAD, '/switch', { reason: '再来' })).toEqual([409, 'slot-not-ready']);

    const back = await done(HEAD, '/back', { reason: '新规则有误' });
    expect(back.live).toMatchObject({ slot: 'b', policy: { name: 'shipped' } });
    expect(back.other).toMatchObject({ slot: 'a', state: 'ready', policy: { name: 'milder' } });
    expect(back.certificate).toBeNull();
    expect(await refusal(HEAD, '/back', { reason: '再退' })).toEqual([409, 'nothing-to-go-back-to']);
    await done(OPERATOR, '', {});
    await ready();
    expect((await certified()).certificate?.findings).toMatchObject({ differences: { policy: 0, slot: 0, live: 0 } });
    const digests = await stack.database.transaction(async (tx) => [await digestOfSlot(tx, 'a'), await digestOfSlot(tx, 'b')]);
    expect(digests[0]).toBe(digests[1]);
  });

  it('is dropped, and nothing of it is left', async () => {
    const dropped = await done(OPERATOR, '/drop', {});
    expect(dropped.other).toMatchObject({ slot: 'a', state: 'empty', policy: null, behind: null, progress: null });
    expect(await stack.database.query(`SELECT 1 FROM projector.reading WHERE slot = 'a' LIMIT 1`)).toEqual([]);
    expect(await liveDigest()).toHaveLength(64);
  });
});
