import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { CANDIDATE_DISMISSED, CANDIDATE_OVERDUE, CANDIDATE_PROPOSED, CANDIDATE_TAKEN } from '#contracts/inquiry/inquiry-events';
import { INQUIRY_EVENTS, RISK_EVENTS } from '#contracts/topics';
import type { GatePassed } from '#contracts/risk/risk-events';
import { eventually } from '#testing/eventually';
import { aGatePassed, riskRecord } from '#testing/risk-events';
import { describeWith, sharedAddress } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { InquiryWorkflowModule } from './inquiry-workflow.module';
import { OverdueSweep } from './note-overdue/overdue-sweep';

const ALL = ['handler', 'handling-office-head', 'case-management', 'petition-clerk', 'system-administrator'] as const;
type Role = (typeof ALL)[number];

const MAYS: readonly (readonly [path: string, body: object, role: Role])[] = [
  ['dismissal', { reason: '反映问题已有结论' }, 'handler'],
  ['dismissal/confirmation', {}, 'handling-office-head'],
  ['dismissal/refusal', { reason: '尚有一件未核' }, 'handling-office-head'],
  ['taking', { clueNumber: '线索-2026-001' }, 'case-management'],
  ['release', { reason: '核对后放行' }, 'handling-office-head'],
  ['review', { opinion: 'upheld', reason: '不影响结论' }, 'handling-office-head'],
];

function describeWorkflow(name: string, jobsUrl: () => string | undefined): void {
  describe(name, () => {
    let stack: TestStack;
    let app: NestFastifyApplication;
    let url: string;
    let cadres = 0;

    beforeAll(async () => {
      stack = await aTestStack({ jobsUrl: jobsUrl() });
      // All of these are proposed of one day; what the brake does is told in brake.int-spec.
      await stack.database.query(`INSERT INTO workflow.candidate_limit (most, reason, set_by) VALUES (1000, '逐项核对', 'head-1')`);
      app = await runApp('inquiry-workflow', stack.config, [InquiryWorkflowModule]);
      url = await app.getUrl();
    });
    afterAll(async () => {
      const begun = Date.now();
      await app?.close();
      expect(Date.now() - begun).toBeLessThan(10_000);
      await stack?.close();
    });

    const candidateOf = async (cadreId: string): Promise<string> => {
      let id: string | undefined;
      await eventually(async () => {
        const sql = 'SELECT id FROM workflow.candidate WHERE cadre_id = $1';
        [{ id } = { id: undefined }] = await stack.database.query<{ id: string }>(sql, [cadreId]);
        expect(id).toBeDefined();
      });
      return id ?? '';
    };
    /** A crossing of a cadre's own, with a last day far ahead unless told otherwise. */
    const proposed = async (told: Partial<GatePassed> = {}): Promise<{ cadreId: string; id: string }> => {
      cadres += 1;
      const cadreId = `cadre:${cadres}`;
      await stack.log.append(RISK_EVENTS, [riskRecord(aGatePassed({ subject: cadreId, day: '2099-01-01', ...told }))]);
      return { cadreId, id: await candidateOf(cadreId) };
    };
    const post = async (role: Role | undefined, path: string, body: object): Promise<Response> =>
      fetch(`${url}/api/v1/candidates/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(role ? { 'liuqu-demo-principal': role } : {}) },
        body: JSON.stringify(body),
      });
    const heardOf = async (cadreId: string): Promise<string[]> => {
      const rows = await stack.database.query<{ type: string }>(
        `SELECT headers::jsonb ->> 'ce_type' AS type FROM log.record WHERE topic = $1 AND key = $2 ORDER BY log_offset`,
        [INQUIRY_EVENTS, cadreId],
      );
      return rows.map(({ type }) => type);
    };

    it('proposes what the log brings, and people decide it to its end', async () => {
      const { cadreId, id } = await proposed();
      const asked = await post('handler', `${id}/dismissal`, { reason: ' 反映问题已有结论 ' });
      expect([asked.status, await asked.json()]).toEqual([200, { id, state: 'dismissal-asked' }]);
      const refused = await post('handling-office-head', `${id}/dismissal/refusal`, { reason: '尚有一件未核' });
      expect(await refused.json()).toEqual({ id, state: 'proposed' });
      await post('handler', `${id}/dismissal`, { reason: '补充说明' });
      const confirmed = await post('handling-office-head', `${id}/dismissal/confirmation`, {});
      expect(await confirmed.json()).toEqual({ id, state: 'dismissed' });
      const [row] = await stack.database.query('SELECT * FROM workflow.candidate WHERE id = $1', [id]);
      expect(row).toMatchObject({
        dismissal_reason: '补充说明',
        dismissal_asked_by: 'demo-handler',
        decided_by: 'demo-handling-office-head',
        decided_at: expect.any(Date),
      });
      await eventually(async () => expect(await heardOf(cadreId)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_DISMISSED]));
    });

    it('gives a candidate to case management under a number that no other has', async () => {
      const [one, two] = [await proposed(), await proposed()];
      const taken = await post('case-management', `${one.id}/taking`, { clueNumber: '线索-2026-017' });
      expect(await taken.json()).toEqual({ id: one.id, state: 'taken' });
      const again = await post('case-management', `${two.id}/taking`, { clueNumber: '线索-2026-017' });
      expect([again.status, await again.json()]).toEqual([409, expect.objectContaining({ code: 'clue-number-in-use' })]);
      await eventually(async () => expect(await heardOf(one.cadreId)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_TAKEN]));
    });

    it('has nothing to decide about a cadre who has moved up since: the candidate is not there', async () => {
      const { cadreId, id } = await proposed();
      await stack.database.query(
        `INSERT INTO resolver.cadre (id, token, name, category, managed_higher) VALUES ($1, $1, '陈示例', '其他', true)`,
        [cadreId],
      );
      for (const [path, body, role] of MAYS) {
        const unknown: unknown = await (await post(role, `${crypto.randomUUID()}/${path}`, body)).json();
        const answer: unknown = await (await post(role, `${id}/${path}`, body)).json();
        expect(answer).toEqual({ ...(unknown as object), status: 404, traceId: expect.any(String) });
      }
      expect(await heardOf(cadreId)).not.toContain(CANDIDATE_TAKEN);
    });

    it('lets one of two people win who decide at the same moment', async () => {
      for (let race = 0; race < 5; race += 1) {
        const { id } = await proposed();
        const answers = await Promise.all([
          post('handler', `${id}/dismissal`, { reason: '反映问题已有结论' }),
          post('case-management', `${id}/taking`, { clueNumber: `竞-${id}` }),
        ]);
        expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '409']);
      }
    });

    it.each(MAYS)('lets only the right role call %s', async (path, body, role) => {
      const { id } = await proposed();
      for (const other of ALL.filter((each) => each !== role)) {
        const answer = await post(other, `${id}/${path}`, body);
        expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ code: 'role-not-allowed' })]);
      }
      expect((await post(undefined, `${id}/${path}`, body)).status).toBe(401);
    });

    it('says what is wrong with a request, as problem+json', async () => {
      const { id } = await proposed();
      const unknown = await post('handler', '0f5c1a6e-8d2b-9c31-7e44-5a6b7c8d9e0f/dismissal', { reason: '无' });
      expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, expect.stringContaining('application/problem+json')]);
      const empty = await post('handler', `${id}/dismissal`, { reason: '  ' });
      expect([empty.status, await empty.json()]).toEqual([
        400,
        expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/reason' })] }),
      ]);
      expect((await post('case-management', `${id}/taking`, { clueNumber: 'x'.repeat(41) })).status).toBe(400);
      const early = await post('handling-office-head', `${id}/dismissal/confirmation`, {});
      expect([early.status, await early.json()]).toEqual([409, expect.objectContaining({ code: 'dismissal-not-asked', retryable: false })]);
    });

    it('announces a last day that has passed, once', async () => {
      const { cadreId } = await proposed({ day: '2026-01-05' });
      await app.get(OverdueSweep).sweep();
      await eventually(async () => expect(await heardOf(cadreId)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_OVERDUE]));
    });
  });
}

describeWith(['postgres', 'redis'], 'the inquiry workflow', () => {
  describeWorkflow('with a Redis that is dead', () => 'redis://127.0.0.1:1');
  describeWorkflow('with Redis', () => sharedAddress('redis'));
  describeWorkflow('with everything in PostgreSQL', () => undefined);
});
