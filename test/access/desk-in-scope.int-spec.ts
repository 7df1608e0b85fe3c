import { randomInt, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { deskAnswer, type DeskAnswer, MOST_TASKS } from '#contracts/console/desk';
import { LEVELS } from '#contracts/risk/risk-events';
import { decidePolicy } from '#domain/policy/decide-policy';
import type { PolicyCommand } from '#domain/policy/policy-life';
import { PostgresPolicyStore } from '#persistence/postgres-policy-store';
import { approvalOf, aPolicy, examineNothing } from '#testing/policies';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { Sealer } from '#vault/sealer';
import { ConsoleApiModule } from '../../apps/console-api/src/console-api.module';
import { type Given, settleCadre, settleUnits, TREE, UNITS } from './two-towns';

const SCOPES = [null, 'C', 'T1', 'T1-1', 'T2', 'T10', 'T'] as const;
const CANDIDATES = `workflow.candidate JOIN mine ON mine.id = candidate.cadre_id`;
const waiting = (state: string): string =>
  `SELECT candidate.id::text AS key FROM ${CANDIDATES} WHERE state = '${state}' ORDER BY due_on, candidate.id`;
const ITEMS = `SELECT event_id::text AS key FROM resolver.triage WHERE state = 'open' AND ($1::text IS NULL OR unit_code IN (SELECT code FROM tree))
  ORDER BY received_on, event_id`;
/** Each was asked for by the handler of the demo. */
const OVERRIDES = `SELECT subject AS key FROM workflow.override JOIN mine ON mine.id = subject WHERE confirmed IS NULL ORDER BY asked_on, override.id`;

describeWith(['postgres'], 'the desk of a person', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    stack = await aTestStack();
    const given: Given = { database: stack.database, sealer: new Sealer(stack.config.LIUQU_SEALING_KEY) };
    await settleUnits(stack.database);
    for (let n = 0; n < 90; n += 1) {
      const [unit] = UNITS[randomInt(UNITS.length)] ?? ['C'];
      const { candidate } = await settleCadre(given, `cadre:${n}`, n % 9 === 8 ? [] : [unit], randomInt(5));
      const state = ['proposed', 'proposed', 'dismissal-asked', 'taken'][n % 4];
      const sql = `UPDATE workflow.candidate SET state = $2, proposed_on = console.today() - $3::int, due_on = console.today() + $4::int WHERE id = $1`;
      await stack.database.query(sql, [candidate, state, randomInt(50), randomInt(40) - 20]);
    }
    app = await runApp('all-in-one', stack.config, [ConsoleApiModule]);
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  const deskOf = async (role: string, unit: string | null = null): Promise<DeskAnswer> => {
    const headers = { 'liuqu-demo-principal': unit === null ? role : `${role}@${unit}` };
    const answer = await fetch(`${url}/api/v1/desk`, { headers, signal: AbortSignal.timeout(20_000) });
    expect(answer.status).toBe(200);
    return deskAnswer.parse(await answer.json());
  };
  const held = async <Row>(sql: string, unit: string | null): Promise<Row[]> => stack.database.query<Row>(`${TREE} ${sql}`, [unit]);

  it.each<[role: string, ...duties: (readonly [kind: string, sql: string])[]]>([
    ['handler', ['give-opinion', waiting('proposed')]],
    ['case-management', ['take', waiting('proposed')]],
    ['handling-office-head', ['confirm-override', OVERRIDES], ['confirm-dismissal', waiting('dismissal-asked')]],
    ['petition-clerk', ['name-subject', ITEMS]],
    ['deputy-leader', ['confirm-override', OVERRIDES]],
    ['organ-principal'],
    ['party-principal'],
  ])('tells a %s what waits in the tree, the first due first', async (role, ...duties) => {
    for (const unit of SCOPES) {
      const { tasks } = await deskOf(role, unit);
      const waits: string[] = [];
      for (const [kind, sql] of duties) waits.push(...(await held<{ key: string }>(sql, unit)).map(({ key }) => `${kind} ${key}`));
      const told = tasks.items.map(({ kind, id }) => `${kind} ${id}`);
      expect([unit, tasks.total, told]).toEqual([unit, waits.length, waits.slice(0, MOST_TASKS)]);
    }
  });

  it('asks no person to confirm the override that they asked for themselves, nor one whose last day is over', async () => {
    const { tasks: before } = await deskOf('deputy-leader', 'T2');
    const [own, over] = before.items.map(({ id }) => id);
    const change = async (what: string, ...parameters: unknown[]): Promise<unknown> =>
      stack.database.query(`UPDATE workflow.override SET ${what} WHERE subject = $1`, parameters);
    await change('asked_by = $2', own, 'demo-deputy-leader');
    await change(`until_day = console.today() - 1`, over);
    const { tasks } = await deskOf('deputy-leader', 'T2');
    expect(tasks.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id).filter((id) => id !== own && id !== over));
    await change(`asked_by = 'demo-handler', until_day = '2099-01-01'`, own);
    await change(`until_day = '2099-01-01'`, over);
  });

  it('tells who may approve a policy that it waits, until they have, and nobody who wrote or asked', async () => {
    const [id, store] = [randomUUID(), new PostgresPolicyStore(stack.database)];
    const policy = aPolicy();
    const [draft, check, ask, first, second] = approvalOf(JSON.stringify(policy));
    const change = async (command: PolicyCommand | undefined, by: string): Promise<unknown> =>
      command && store.change(id, (before) => decidePolicy({ ...command, by }, before, examineNothing));
    const waits = async (role: string): Promise<unknown[]> => {
      const { tasks } = await deskOf(role, 'T1');
      return tasks.items.filter(({ kind }) => kind === 'approve-policy').map((task) => [task.id, task.name, task.dueOn]);
    };
    await change(draft, 'demo-case-management');
    await change(check, 'demo-case-management');
    expect(await waits('organ-principal')).toEqual([]);
    await change(ask, 'demo-party-principal');
    expect(await waits('organ-principal')).toEqual([[id, policy.name, null]]);
    expect([await waits('party-principal'), await waits('handler')]).toEqual([[], []]);
    await change(first, 'demo-organ-principal');
    expect(await waits('organ-principal')).toEqual([]);
    expect(await waits('deputy-leader')).toHaveLength(1);
    await change(second, 'demo-deputy-leader');
    expect(await waits('deputy-leader')).toEqual([]);
  });

  it('leaves out an item where the person has named somebody: that is for a second one', async () => {
    const { tasks: before } = await deskOf('petition-clerk');
    const [own, other] = before.items.map(({ id }) => id);
    const propose = async (item: string | undefined, by: string | null): Promise<unknown> =>
      stack.database.query('UPDATE resolver.triage SET proposed_by = $2 WHERE event_id = $1', [item, by]);
    await propose(own, 'demo-petition-clerk');
    await propose(other, 'somebody.else');
    const { tasks } = await deskOf('petition-clerk');
    expect([tasks.total, tasks.items[0]?.id]).toEqual([before.total - 1, other]);
    await Promise.all([propose(own, null), propose(other, null)]);
  });

  it('says of a task whom it is about and whether its day is over', async () => {
    const { tasks, today } = await deskOf('handler', 'C');
    expect(tasks.items.length).toBe(MOST_TASKS);
    for (const { name, post, unitName, dueOn, overdue } of tasks.items) {
      expect([name, post, unitName]).toEqual(['示例', '示例职务', expect.stringMatching(/^示例/)]);
      expect([dueOn, overdue]).toEqual([dueOn, (dueOn ?? '') < today]);
    }
  });

  it('counts cadres by level, open candidates, and what was proposed on each of thirty days, in the tree alone', async () => {
    for (const unit of SCOPES) {
      const { levels, openCandidates, proposals, today, day } = await deskOf('deputy-leader', unit);
      const byLevel = await held<{ level: number; n: number }>(
        'SELECT shown_level AS level, count(*)::int AS n FROM projector.reading JOIN mine ON id = subject GROUP BY 1',
        unit,
      );
      expect(levels).toEqual(LEVELS.slice(1).map((level, n) => ({ level, count: byLevel.find((row) => row.level === n + 1)?.n ?? 0 })));
      const [open] = await held<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${CANDIDATES} WHERE state IN ('proposed', 'dismissal-asked')`,
        unit,
      );
      expect(openCandidates).toBe(open?.n);
      const perDay = await held<{ day: string; n: number }>(
        `SELECT proposed_on::text AS day, count(*)::int AS n FROM ${CANDIDATES} WHERE proposed_on > console.today() - 30 GROUP BY 1 ORDER BY 1`,
        unit,
      );
      expect(proposals.filter(({ count }) => count > 0)).toEqual(perDay.map(({ day: on, n }) => ({ day: on, count: n })));
      expect(proposals.at(-1)?.day).toBe(today);
      const [oldest] = await held<{ day: string }>(
        'SELECT min(shown_on)::text AS day FROM projector.reading JOIN mine ON id = subject',
        unit,
      );
      expect(day).toBe(oldest?.day ?? today);
    }
  });
});
