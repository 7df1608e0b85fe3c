import { randomUUID } from 'node:crypto';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RoleGuard } from '#access/acting';
import { runApp } from '#assembly/run-app';
import { readPage, type ReadRow } from '#contracts/console/reads';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { ConsoleApiModule } from '../console-api.module';

const ZHAO = 'cadre:zhao';
const QIAN = 'cadre:qian';
const CANDIDATE = randomUUID();
const ITEM = randomUUID();
const REASON = encodeURIComponent('换届前了解班子情况');

/** Written by somebody who thought of the guard only, at a path that the table knows. */
@UseGuards(RoleGuard)
@Controller('api/v1/cadres/:id')
class PlantedController {
  @Get()
  tell(): { secret: string } {
    return { secret: 'told' };
  }
}
@Module({ controllers: [PlantedController] })
class PlantedModule {}

async function keepTwoCadres({ database }: TestStack): Promise<void> {
  for (const id of [ZHAO, QIAN]) {
    await database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ($1, $1, '示例人', 'county-managed')`, [id]);
  }
  await database.query(
    `INSERT INTO workflow.candidate (id, cadre_id, state, version, cause, proposed_on, due_on, level, e_milli, p_milli, policy, leading_matter, reasons, rest, recommended)
     VALUES ($1, $2, 'proposed', 1, $1, '2026-04-01', '2026-05-01', 'inquiry', 56000, 56000, 'shipped', 'A', '[]', '{"count":0,"part":0}',
             '{"disposition":"talk-or-inquiry","reasons":[]}')`,
    [CANDIDATE, ZHAO],
  );
  await database.query(`INSERT INTO resolver.signal (event_id, state, source) VALUES ($1, 'triage', '/agency/A-1/main')`, [ITEM]);
  await database.query(
    `INSERT INTO resolver.triage (event_id, label, channel, received_on, candidates) VALUES ($1, '示例', 'public', '2026-04-01', $2)`,
    [ITEM, JSON.stringify([{ cadreId: QIAN, name: '示例人', reasons: [] }])],
  );
}

describeWith(['postgres'], 'the log of reads', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;
  beforeAll(async () => {
    stack = await aTestStack();
    await keepTwoCadres(stack);
    app = await runApp('console-api', stack.config, [ConsoleApiModule]);
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  const ask = async (
    role: string,
    path: string,
    why: Record<string, string> = {},
    from = url,
  ): Promise<{ status: number; body: unknown }> => {
    const headers = { 'liuqu-demo-principal': role, ...why };
    const answer = await fetch(`${from}/api/v1/${path}`, { headers, signal: AbortSignal.timeout(20_000) });
    return { status: answer.status, body: await answer.json() };
  };
  const note = async (role: string, id: string, body: unknown): Promise<{ status: number; body: unknown }> => {
    const headers = { 'liuqu-demo-principal': role, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/reads/${id}/review`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const logged = async (query = ''): Promise<ReadRow[]> => readPage.parse((await ask('auditor', `reads?${query}`)).body).items;
  const triage = { 'liuqu-purpose': 'candidate-triage', 'liuqu-task': CANDIDATE };
  const supervision = { 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': REASON };

  it('holds who read about whom, for which purpose and task, in which request, and nothing of what was answered', async () => {
    const traceId = 'a'.repeat(32);
    const read = await ask('handler', `cadres/${ZHAO}/reading`, { ...triage, traceparent: `00-${traceId}-${'b'.repeat(16)}-01` });
    expect(read.status).toBe(200);
    const [latest] = await logged();
    expect(latest).toEqual({
      id: expect.stringMatching(/^\d+$/),
      at: expect.any(String),
      person: 'demo-handler',
      role: 'handler',
      unit: null,
      endpoint: 'GET /api/v1/cadres/:id/reading',
      subject: ZHAO,
      purpose: 'candidate-triage',
      task: CANDIDATE,
      reason: null,
      traceId,
      outcome: 'answered',
      review: null,
    });
  });

  it('names the cadre of a candidate that was read', async () => {
    expect((await ask('handler', `candidates/${CANDIDATE}`, triage)).status).toBe(200);
    expect((await logged())[0]).toMatchObject({ endpoint: 'GET /api/v1/candidates/:id', subject: ZHAO, task: CANDIDATE });
  });

  it('names the cadre of a candidate and of a settled signal whatever the purpose, also where a role is refused', async () => {
    const event = randomUUID();
    await stack.database.query(
      `INSERT INTO resolver.signal (event_id, state, source, subject) VALUES ($1, 'resolved', '/agency/A-1/main', $2)`,
      [event, ZHAO],
    );
    for (const [role, path] of [
      ['handler', `candidates/${CANDIDATE}`],
      ['handler', `signals/${event}`],
      ['auditor', `candidates/${CANDIDATE}`],
    ] as const) {
      await ask(role, path, supervision);
      expect((await logged('limit=1'))[0]).toMatchObject({
        endpoint: `GET /api/v1/${path.replace(/\/.*/, '')}/:${path.startsWith('s') ? 'eventId' : 'id'}`,
        subject: ZHAO,
      });
    }
    await ask('petition-clerk', `signals/${ITEM}`, supervision);
    expect((await logged('limit=1'))[0]).toMatchObject({ subject: ITEM });
  });

  it('is no longer justified by a task that was decided long ago, but for the own file of a candidate', async () => {
    const decided = async (days: number): Promise<void> => {
      await stack.database.query(
        `UPDATE workflow.candidate SET state = 'dismissed', decided_at = now() - make_interval(days => $2) WHERE id = $1`,
        [CANDIDATE, days],
      );
      await stack.database.query(
        `UPDATE resolver.triage SET state = 'settled', settled_at = now() - make_interval(days => $2) WHERE event_id = $1`,
        [ITEM, days],
      );
    };
    const matching = { 'liuqu-purpose': 'person-matching', 'liuqu-task': ITEM };
    try {
      const tasks = async (role: string): Promise<unknown> => (await ask(role, `tasks?cadre=${ZHAO}`, {})).body;
      await decided(29);
      expect(await tasks('handler')).toEqual({ items: [{ id: CANDIDATE, proposedOn: expect.any(String) }] });
      expect(await tasks('handler@T404')).toEqual({ items: [] });
      expect((await ask('handler', `cadres/${ZHAO}`, triage)).status).toBe(200);
      expect((await ask('petition-clerk', `cadres/${QIAN}`, matching)).status).toBe(200);
      await decided(31);
      expect(await tasks('handler')).toEqual({ items: [] });
      expect(await ask('handler', `cadres/${ZHAO}`, triage)).toMatchObject({ status: 403, body: { code: 'task-long-decided' } });
      expect((await logged('limit=1'))[0]).toMatchObject({ subject: ZHAO, task: CANDIDATE, outcome: 'refused' });
      expect((await ask('handler', `candidates/${CANDIDATE}`, triage)).status).toBe(200);
      expect((await ask('petition-clerk', `cadres/${QIAN}`, matching)).status).toBe(403);
      expect((await ask('petition-clerk', `triage/${ITEM}`, matching)).status).not.toBe(200);
      expect((await ask('handler', `cadres/${ZHAO}`, supervision)).status).toBe(200);
    } finally {
      await stack.database.query(`UPDATE workflow.candidate SET state = 'proposed', decided_at = NULL WHERE id = $1`, [CANDIDATE]);
      await stack.database.query(`UPDATE resolver.triage SET state = 'open', settled_at = NULL WHERE event_id = $1`, [ITEM]);
    }
  });

  it('is not reviewed by its reader, whatever their role has become', async () => {
    const [own] = await stack.database.query<{ id: string }>(
      `INSERT INTO access.sensitive_read (person, role, endpoint, subject, purpose, reason, trace_id, outcome)
       VALUES ('demo-auditor', 'handler', 'GET /api/v1/cadres/:id', 'cadre:sun', 'daily-supervision', '任承办人时的查阅', '', 'answered') RETURNING id`,
    );
    const opinion = { opinion: 'justified', note: '本人所查，确有需要' };
    expect(await note('auditor', own?.id ?? '', opinion)).toMatchObject({ status: 409, body: { code: 'own-read' } });
    expect((await logged('subject=cadre:sun'))[0]?.review).toBeNull();
  });

  it('holds what was refused: the task of another, a task that is none, a cadre that is not found', async () => {
    expect(await ask('handler', `cadres/${QIAN}`, triage)).toMatchObject({ status: 403, body: { code: 'task-not-about-this' } });
    expect((await ask('handler', `cadres/${QIAN}`, { ...triage, 'liuqu-task': randomUUID() })).status).toBe(403);
    for (const path of ['candidates/none', `candidates/${CANDIDATE.replace(/^./, 'z')}`, 'cadres/cadre:nobody']) {
      expect((await ask('handler', path, supervision)).status).toBe(404);
    }
    expect((await ask('auditor', `cadres/${ZHAO}`, supervision)).status).toBe(403);
    expect((await logged('limit=6')).map(({ person, subject, outcome }) => [person, subject, outcome])).toEqual([
      ['demo-auditor', ZHAO, 'refused'],
      ['demo-handler', 'cadre:nobody', 'not-found'],
      ['demo-handler', expect.stringMatching(/^z/), 'not-found'],
      ['demo-handler', 'none', 'not-found'],
      ['demo-handler', QIAN, 'refused'],
      ['demo-handler', QIAN, 'refused'],
    ]);
  });

  it('holds what lies out of the scope of the reader, who is told no more than of what is not there', async () => {
    for (const path of [`cadres/${ZHAO}/reading`, `candidates/${CANDIDATE}`]) {
      expect((await ask('handler@U-NONE', path, triage)).status).toBe(404);
      expect((await logged('limit=1'))[0]).toMatchObject({ subject: ZHAO, unit: 'U-NONE', task: CANDIDATE, outcome: 'not-found' });
    }
  });

  it('lets a clerk read about those whom a signal may mean', async () => {
    const matching = { 'liuqu-purpose': 'person-matching', 'liuqu-task': ITEM };
    expect((await ask('petition-clerk', `cadres/${QIAN}`, matching)).status).toBe(200);
    expect((await ask('petition-clerk', `cadres/${ZHAO}`, matching)).status).toBe(403);
  });

  it('is found by person, subject, purpose, day and outcome, in pages', async () => {
    const all = await logged('limit=200');
    expect(await logged(`subject=${QIAN}`)).toEqual(all.filter(({ subject }) => subject === QIAN));
    expect(await logged('person=demo-petition-clerk')).toEqual(all.filter(({ person }) => person === 'demo-petition-clerk'));
    expect(await logged('purpose=daily-supervision')).toEqual(all.filter(({ purpose }) => purpose === 'daily-supervision'));
    expect(await logged('outcome=refused')).toEqual(all.filter(({ outcome }) => outcome === 'refused'));
    expect(await logged('day=2020-01-01')).toEqual([]);
    const paged: ReadRow[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: ReadRow[]; next: string | null } = readPage.parse(
        (await ask('auditor', `reads?limit=2${cursor && `&cursor=${cursor}`}`)).body,
      );
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual(all);
    expect((await ask('handler', 'reads')).status).toBe(403);
  });

  it('is reviewed once where a reason was given, and where a task was not at all', async () => {
    for (const rest of ['', '/reading']) await ask('handler', `cadres/${QIAN}${rest}`, supervision);
    const [waiting, together] = await logged('toReview=true');
    const id = waiting?.id ?? '';
    expect(together).toMatchObject({ subject: QIAN, endpoint: 'GET /api/v1/cadres/:id' });
    expect(waiting).toMatchObject({ subject: QIAN, reason: '换届前了解班子情况', review: null });
    const opinion = { opinion: 'justified', note: '换届考察期间，确有需要' };
    expect((await note('handler', id, opinion)).status).toBe(403);
    expect((await note('auditor', id, { ...opinion, note: '好' })).status).toBe(400);
    expect((await note('auditor', id, opinion)).status).toBe(201);
    expect(await note('auditor', id, opinion)).toMatchObject({ status: 409, body: { code: 'reviewed-before' } });
    const reviewed = (await logged(`subject=${QIAN}`)).find((read) => read.id === id);
    expect(reviewed?.review).toMatchObject({ by: 'demo-auditor', ...opinion });
    expect((await logged('toReview=true')).map(({ subject }) => subject)).not.toContain(QIAN);
    await ask('handler', `cadres/${QIAN}`, supervision);
    expect((await logged('toReview=true'))[0]).toMatchObject({ subject: QIAN, review: null });
    const [withTask] = await logged(`purpose=candidate-triage`);
    expect(await note('auditor', withTask?.id ?? '', opinion)).toMatchObject({ status: 409, body: { code: 'no-review-needed' } });
    for (const none of ['999999999', 'x']) expect((await note('auditor', none, opinion)).status).toBe(404);
  });

  it.each(['UPDATE %s SET person = person', 'DELETE FROM %s', 'TRUNCATE %s CASCADE'])('only grows: %s is refused', async (statement) => {
    for (const table of ['access.sensitive_read', 'access.read_review']) {
      await expect(stack.database.query(statement.replace('%s', table))).rejects.toThrow();
    }
    expect((await logged()).length).toBeGreaterThan(0);
  });

  it('answers nothing that it cannot hold', async () => {
    await stack.database.query('ALTER TABLE access.sensitive_read RENAME TO out_of_reach');
    try {
      const refused = await ask('handler', `cadres/${ZHAO}/reading/explanation`, triage);
      expect(refused).toMatchObject({ status: 503, body: { code: 'read-not-logged', retryable: true } });
      expect(JSON.stringify(refused.body)).not.toContain('channels');
      expect((await ask('auditor', `cadres/${ZHAO}`, supervision)).status).toBe(503);
      expect((await ask('handler', 'cadres')).status).toBe(200);
    } finally {
      await stack.database.query('ALTER TABLE access.out_of_reach RENAME TO sensitive_read');
    }
    expect((await ask('handler', `cadres/${ZHAO}/reading/explanation`, triage)).status).toBe(200);
  });

  it('is not up to the endpoint: one that forgot asks and is logged like all others', async () => {
    const planted = await runApp('console-api', stack.config, [PlantedModule]);
    try {
      const from = await planted.getUrl();
      expect(await ask('handler', `cadres/${ZHAO}`, {}, from)).toMatchObject({ status: 400, body: { code: 'purpose-missing' } });
      const before = (await logged('limit=200')).length;
      expect((await ask('handler', `cadres/${ZHAO}`, triage, from)).body).toEqual({ secret: 'told' });
      expect((await logged('limit=200')).length).toBe(before + 1);
    } finally {
      await planted.close();
    }
  });
});
