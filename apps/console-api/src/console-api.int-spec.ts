import { randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { CASE_READERS, ROLES } from '#access/principals';
import { SensitiveReadsModule } from '#access/sensitive-reads';
import { candidateFile, candidatePage } from '#contracts/console/candidates';
import { cadreFile, cadrePage, type CadreRow, explanationAnswer, readingAnswer } from '#contracts/console/cadres';
import { catalogueAnswer } from '#contracts/console/catalogue';
import { unitFile, unitsAnswer } from '#contracts/console/units';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { dateOf, dayOf } from '#domain/calendar/day';
import { foldSubject } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { LEVEL_NAMES } from '#domain/risk/policy';
import { readOn } from '#domain/risk/reading';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { JobQueue } from '#jobs/job-queue';
import { EventLog } from '#messaging/event-log';
import { Offsets } from '#messaging/offsets';
import { PostgresOffsets } from '#messaging/postgres/postgres-offsets';
import { Database } from '#persistence/database';
import { HealthModule } from '#platform/http/health.module';
import { serve } from '#platform/http/serve';
import { namedJson } from '#platform/json/named-json';
import { Clock } from '#platform/time/clock';
import { ACCESS_OF_TESTS } from '#testing/access-of-tests';
import { FakeEventLog } from '#testing/fake-event-log';
import { FakeJobQueue } from '#testing/fake-job-queue';
import { keepLedger } from '#testing/kept-ledger';
import { aChange, aFinding, aMitigation, aPostHeld, aSignal } from '#testing/ledger';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { ConsoleApiModule } from './console-api.module';

const TODAY = '2026-05-20';
const CADRES = 120;
const WATCHED = 'cadre:watched';

/** Reads of one cadre say what for; at the reads themselves is `reads.int-spec.ts`. */
const FOR_A_REASON = { 'Liuqu-Purpose': 'daily-supervision', 'Liuqu-Reason': encodeURIComponent('核对读数是否正确') };

class FakeClock extends Clock {
  override now(): Date {
    return new Date(`${TODAY}T08:00:00+08:00`);
  }
}

const day = dayOf('2026-03-02');

/** Ledgers that end on different levels; each third cadre has none. */
const LEDGERS: readonly (readonly LedgerEntry[])[] = [
  [],
  [aSignal({ id: randomUUID(), day, releasedOn: day, code: 'public-hotline-complaint' })],
  [],
  [aFinding({ id: randomUUID(), day, releasedOn: day, s: 35, code: 'org-fiscal-discipline-breach' })],
  [aFinding({ id: randomUUID(), day, releasedOn: day, s: 80, code: 'org-audit-exit-finding' })],
  [aFinding({ id: randomUUID(), day, releasedOn: day, s: 50, code: 'org-audit-exit-finding' })],
];

const letter = aSignal({ id: randomUUID(), day, releasedOn: day, code: 'public-accusation-real-name' });
const finding = aFinding({ id: randomUUID(), day: day + 10, releasedOn: day + 12, code: 'org-audit-exit-finding' });
const WATCHED_LEDGER: readonly LedgerEntry[] = [
  aPostHeld({ id: randomUUID(), from: day - 400, factors: ['principal', 'money'] }),
  letter,
  finding,
  aSignal({ id: randomUUID(), s: 0, severity: 1, matter: 'B', day: day + 14, releasedOn: day + 14, code: 'public-suggestion' }),
  aChange({ id: randomUUID(), target: letter.id, status: 'plausible', releasedOn: day + 15 }),
  aMitigation({ id: randomUUID(), targets: [finding.id], factor: 90, releasedOn: day + 20 }),
];

const categoryOf = (id: string): string => CADRE_CATEGORIES[(id.codePointAt(id.length - 1) ?? 0) % CADRE_CATEGORIES.length] ?? '';

async function keepCadre(database: Database, id: string, ledger: readonly LedgerEntry[], unit: string): Promise<void> {
  await database.query(`INSERT INTO resolver.cadre (id, token, name, category) VALUES ($1, $1, $2, $3)`, [id, `示例${id}`, categoryOf(id)]);
  await database.query(
    `INSERT INTO resolver.post_history (cadre_id, post_code, from_day, left_day) VALUES ($1, 'P-OLD', '2019-03-01', '2023-01-01'), ($1, $2, '2023-01-01', NULL)`,
    [id, `P-${unit}`],
  );
  await keepLedger(database, id, ledger, SHIPPED_POLICY);
}

async function keepRegistry(database: Database): Promise<void> {
  await database.query(`
    INSERT INTO resolver.unit (code, name, category) VALUES ('U-1', '示例镇', 'township'), ('U-2', '示例局', 'department'), ('U-9', '示例旧局', 'department');
    INSERT INTO resolver.post (code, unit_code, title, factors) VALUES
      ('P-U-1', 'U-1', '镇长', '{principal,money}'), ('P-U-2', 'U-2', '副局长', '{general}'), ('P-OLD', 'U-9', '科长', '{general}');
  `);
  for (let i = 1; i < CADRES; i += 1) {
    const id = `cadre:${String((i * 37) % CADRES).padStart(3, '0')}`;
    const ledger = (LEDGERS[i % LEDGERS.length] ?? []).map((entry) => ({ ...entry, id: randomUUID() }));
    await keepCadre(database, id, ledger, i % 4 === 0 ? 'U-2' : 'U-1');
  }
  await keepCadre(database, WATCHED, WATCHED_LEDGER, 'U-1');
}

async function keepCandidates(database: Database): Promise<void> {
  const part = { eventId: finding.id, code: 'org-audit-exit-finding', channel: 'organization', matter: 'A', day: '2026-03-12' };
  const reasons = JSON.stringify([{ ...part, status: 'verified', grade: 'A', part: 55_000 }]);
  const recommended = JSON.stringify({ disposition: 'talk-or-inquiry', reasons: ['no-other-rule-fits'] });
  for (let i = 0; i < 9; i += 1) {
    await database.query(
      `INSERT INTO workflow.candidate (id, cadre_id, state, version, cause, proposed_on, due_on, level, e_milli, p_milli, policy, leading_matter, reasons, rest, recommended)
       VALUES ($1, $2, $3, 1, $1, '2026-04-01', $4, 'inquiry', 56000, $5, 'shipped', 'A', $6, '{"count":3,"part":1200}', $7)`,
      [
        randomUUID(),
        i === 0 ? WATCHED : `cadre:${String(i).padStart(3, '0')}`,
        i % 3 === 2 ? 'dismissed' : 'proposed',
        i % 2 === 0 ? '2020-01-01' : '2099-01-01',
        50_000 + (i % 4) * 1_000,
        reasons,
        recommended,
      ],
    );
  }
}

describeWith(['postgres'], 'the read side', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let app: NestFastifyApplication;
  let address: string;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 4);
    await database.migrate();
    await keepRegistry(database);
    await keepCandidates(database);

    const services = [
      { provide: Database, useValue: database },
      { provide: Clock, useClass: FakeClock },
      { provide: EventLog, useClass: FakeEventLog },
      { provide: Offsets, useValue: new PostgresOffsets(database) },
      { provide: JobQueue, useValue: new FakeJobQueue() },
      ...ACCESS_OF_TESTS,
    ];
    @Global()
    @Module({ providers: services, exports: services.map(({ provide }) => provide) })
    class ServicesModule {}

    const health = HealthModule.with({
      useFactory: (ready: Database) => [{ name: 'database', answers: async () => ready.query('SELECT 1') }],
      inject: [Database],
    });
    @Module({ imports: [ServicesModule, SensitiveReadsModule, health, ConsoleApiModule] })
    class ProcessModule {}

    app = await serve({ app: 'console-api', root: ProcessModule, port: 0 });
    address = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await database?.close();
    await fresh?.drop();
  });

  const ask = async (path: string, role: string = 'handler'): Promise<Response> =>
    fetch(`${address}${path}`, { headers: { 'Liuqu-Demo-Principal': role, ...FOR_A_REASON }, signal: AbortSignal.timeout(10_000) });

  async function answerOf<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
    const response = await ask(path);
    expect(response.status).toBe(200);
    return schema.parse(await response.json());
  }

  async function allCadres(query: string): Promise<CadreRow[]> {
    const rows: CadreRow[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: z.infer<typeof cadrePage> = await answerOf(`/api/v1/cadres?${query}${cursor && `&cursor=${cursor}`}`, cadrePage);
      rows.push(...page.items);
      cursor = page.next;
    }
    return rows;
  }

  const rank = (row: CadreRow): number => LEVEL_NAMES.indexOf(row.level);

  describe('the list of cadres', () => {
    it.each([7, 50, 119, 120, 200])('shows each cadre once in pages of %d, by level, priority and id', async (limit) => {
      const rows = await allCadres(`limit=${limit}`);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(CADRES);
      expect(rows).toHaveLength(CADRES);
      expect(rows).toEqual(rows.toSorted((a, b) => rank(b) - rank(a) || b.p - a.p || (a.id < b.id ? -1 : 1)));
      expect(new Set(rows.map(({ level }) => level)).size).toBe(4);
    });

    it('takes only a level, and only those who hold a post of the unit today', async () => {
      const all = await allCadres('limit=200');
      for (const level of LEVEL_NAMES) {
        expect(await allCadres(`limit=9&level=${level}`)).toEqual(all.filter((row) => row.level === level));
      }
      expect(await allCadres('limit=9&unit=U-2')).toEqual(all.filter((row) => row.unitCode === 'U-2'));
      expect(await allCadres('limit=9&unit=U-2&level=none')).toEqual(all.filter((row) => row.unitCode === 'U-2' && row.level === 'none'));
      expect(await allCadres('unit=U-9')).toEqual([]);
    });

    it('takes only a category, and only those to whom a channel brings something today', async () => {
      const all = await allCadres('limit=200');
      for (const category of CADRE_CATEGORIES) {
        expect(await allCadres(`limit=9&category=${category}`)).toEqual(all.filter((row) => row.category === category));
      }
      const withPublic = await allCadres('limit=9&channel=public');
      expect(withPublic.map(({ id }) => id)).toContain(WATCHED);
      for (const { id, day: of } of withPublic) {
        expect((await answerOf(`/api/v1/cadres/${id}/reading?asOf=${of}`, readingAnswer)).channels.public).toBeGreaterThan(0);
      }
      const only = new Set(withPublic.map(({ id }) => id));
      expect(await allCadres('limit=9&channel=public&unit=U-2')).toEqual(all.filter((row) => only.has(row.id) && row.unitCode === 'U-2'));
      expect(await allCadres('channel=media')).toEqual([]);
    });

    it('shows the stored numbers with their day, and nothing of who was never reported', async () => {
      const { items, day: pageDay } = await answerOf('/api/v1/cadres?limit=200', cadrePage);
      expect(pageDay).toBe(items.map(({ day }) => day).toSorted()[0]);
      expect(pageDay < TODAY).toBe(true);
      const state = foldSubject(WATCHED_LEDGER, SHIPPED_POLICY);
      const { E, P } = readOn(state, state.asOf, SHIPPED_POLICY);
      expect(items.find(({ id }) => id === WATCHED)).toEqual({
        id: WATCHED,
        name: `示例${WATCHED}`,
        category: categoryOf(WATCHED),
        post: '镇长',
        unitCode: 'U-1',
        unitName: '示例镇',
        level: 'inquiry',
        floor: null,
        e: E,
        p: P,
        day: dateOf(state.asOf),
        enteredOn: dateOf(finding.releasedOn),
        incomplete: false,
      });
      const quiet = items.filter((row) => row.e === 0);
      expect(quiet.length).toBeGreaterThan(0);
      for (const row of quiet) expect(row).toMatchObject({ level: 'none', p: 0, day: TODAY, enteredOn: null });
    });

    it.each([
      ['colour=red', '/colour'],
      ['cursor=bm8', '/cursor'],
      ['level=grave', '/level'],
      ['category=county-managed', '/category'],
      ['channel=gossip', '/channel'],
      ['limit=0', '/limit'],
      ['limit=5&limit=6', '/limit'],
    ])('refuses ?%s and says where', async (query, pointer) => {
      const response = await ask(`/api/v1/cadres?${query}`);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toMatch('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'question-not-understood', errors: [{ pointer }] });
    });

    it('says of a filter that it does not know which there are', async () => {
      const told = async (query: string): Promise<unknown> => (await ask(`/api/v1/${query}`)).json();
      expect(await told('cadres?category=x')).toMatchObject({
        errors: [{ detail: '此项只能填写：一把手、组织人事、财务经济、执法执纪、行政管理、其他。' }],
      });
      expect(await told('candidates?level=watch')).toMatchObject({
        errors: [{ pointer: '/level', detail: '此项只能填写：inquiry、priority。' }],
      });
    });
  });

  describe('a cadre', () => {
    it('is shown with all posts, the latest first', async () => {
      const file = await answerOf(`/api/v1/cadres/${WATCHED}`, cadreFile);
      expect(file.posts.map(({ code, from, left }) => [code, from, left])).toEqual([
        ['P-U-1', '2023-01-01', null],
        ['P-OLD', '2019-03-01', '2023-01-01'],
      ]);
    });

    it.each(['', '/reading', '/reading/explanation'])('that nobody knows is not found at %s', async (rest) => {
      const response = await ask(`/api/v1/cadres/cadre:nobody${rest}`);
      expect([response.status, await response.json()]).toEqual([404, expect.objectContaining({ code: 'cadre-not-found' })]);
    });
  });

  describe('a reading', () => {
    it('of today is the one by the ledger, and names its policy by hash', async () => {
      const answer = await answerOf(`/api/v1/cadres/${WATCHED}/reading`, readingAnswer);
      const { E, P, odds } = readOn(foldSubject(WATCHED_LEDGER, SHIPPED_POLICY), dayOf(TODAY), SHIPPED_POLICY);
      expect(answer).toMatchObject({ asOf: TODAY, e: E, p: P, odds, exposurePercent: 160, leadingMatter: 'A', level: 'inquiry' });
      expect(answer.policy).toEqual({ name: 'shipped', hash: namedJson(SHIPPED_POLICY).hash });
    });

    it('of an earlier day is by what had happened then', async () => {
      const before = await answerOf(`/api/v1/cadres/${WATCHED}/reading?asOf=2026-03-01`, readingAnswer);
      expect(before).toMatchObject({ e: 0, p: 0, level: 'none', enteredOn: null, leadingMatter: null });
      const between = await answerOf(`/api/v1/cadres/${WATCHED}/reading?asOf=2026-03-05`, readingAnswer);
      expect(between.e).toBeGreaterThan(0);
      expect(between.channels.organization).toBe(0);
    });

    it('of a later day has decayed', async () => {
      const later = await answerOf(`/api/v1/cadres/${WATCHED}/reading?asOf=2036-05-17`, readingAnswer);
      expect(later).toMatchObject({ level: 'none', enteredOn: null });
      expect(later.e).toBeLessThan(1_000);
    });

    it('of somebody never reported is nothing', async () => {
      const { items } = await answerOf('/api/v1/cadres?level=none&limit=200', cadrePage);
      const quiet = items.find((row) => row.e === 0)?.id;
      const answer = await answerOf(`/api/v1/cadres/${quiet}/reading`, readingAnswer);
      expect(answer).toMatchObject({ e: 0, p: 0, odds: 0, level: 'none', gateOpen: false, incomplete: false });
    });

    it.each([
      ['asOf=1999-12-31', '/asOf'],
      ['asOf=2036-05-18', '/asOf'],
      ['asOf=2026-02-30', '/asOf'],
      ['asOf=yesterday', '/asOf'],
      ['knownOn=2026-05-21', '/knownOn'],
      ['knownOn=1999-12-31&asOf=2026-05-20', '/knownOn'],
      ['knownOn=never', '/knownOn'],
    ])('with %s is refused', async (query, pointer) => {
      const response = await ask(`/api/v1/cadres/${WATCHED}/reading?${query}`);
      expect([response.status, await response.json()]).toEqual([
        400,
        expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
      ]);
    });
  });

  describe('an explanation', () => {
    it('adds up to the milli-point and says that it is no finding', async () => {
      const answer = await answerOf(`/api/v1/cadres/${WATCHED}/reading/explanation`, explanationAnswer);
      const reading = await answerOf(`/api/v1/cadres/${WATCHED}/reading`, readingAnswer);
      const sum = (parts: readonly { part: number }[]): number => parts.reduce((total, { part }) => total + part, 0);
      expect(sum(answer.channels) + answer.corroboration.part).toBe(answer.e);
      for (const channel of answer.channels) {
        expect(sum(channel.matters)).toBe(channel.part);
        for (const matter of channel.matters) expect(sum(matter.events)).toBe(matter.part);
      }
      expect(answer.e + answer.exposure.part).toBe(answer.p);
      expect([answer.e, answer.p, answer.level, answer.policy]).toEqual([reading.e, reading.p, reading.level, reading.policy]);
      expect(answer.sentence).toBe('本分值用于安排核查先后，不是结论，不得仅凭本分值作出任何处理决定。');
    });

    it('names each signal with its label, how it stands now, and what never counts', async () => {
      const answer = await answerOf(`/api/v1/cadres/${WATCHED}/reading/explanation`, explanationAnswer);
      const events = answer.channels.flatMap(({ matters }) => matters).flatMap((matter) => matter.events);
      expect(Object.fromEntries(events.map(({ label, severity, status }) => [label, [severity, status]]))).toEqual({
        离任审计问题: [4, 'verified'],
        实名检举控告: [3, 'plausible'],
      });
      expect(answer.unscored.map(({ code, part }) => [code, part])).toEqual([
        ['public-suggestion', 0],
        ['self-gift-handover', 0],
      ]);
    });

    it('tells how the level came and when it falls', async () => {
      const answer = await answerOf(`/api/v1/cadres/${WATCHED}/reading/explanation`, explanationAnswer);
      expect(answer.history.at(-1)).toMatchObject({ level: 'inquiry', day: dateOf(finding.releasedOn), cause: finding.id });
      expect(answer.fallsOn.map(({ to }) => to)).toEqual(['remind', 'watch', 'none']);
      const [first] = answer.fallsOn;
      const onThatDay = await answerOf(`/api/v1/cadres/${WATCHED}/reading/explanation?asOf=${first?.day}`, explanationAnswer);
      expect(onThatDay.level).toBe('remind');
      expect(onThatDay.history.at(-1)).toMatchObject({ level: 'remind', day: first?.day, cause: 'time', reason: { kind: 'time' } });
      expect(answer.history.at(-1)?.reason).toMatchObject({ kind: 'signal', eventId: finding.id, label: '离任审计问题', status: null });
    });
  });

  it('lists candidates, the overdue first, then by priority, in pages without loss', async () => {
    const all = await answerOf('/api/v1/candidates', candidatePage);
    expect(all.items).toHaveLength(9);
    expect(all.items).toEqual(all.items.toSorted((a, b) => Number(b.overdue) - Number(a.overdue) || b.p - a.p || (a.id < b.id ? -1 : 1)));
    const paged = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: z.infer<typeof candidatePage> = await answerOf(
        `/api/v1/candidates?limit=2${cursor && `&cursor=${cursor}`}`,
        candidatePage,
      );
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual(all.items);
    const dismissed = await answerOf('/api/v1/candidates?state=dismissed', candidatePage);
    expect(dismissed.items.map(({ overdue }) => overdue)).toEqual([false, false, false]);
    const own = { items: (await answerOf(`/api/v1/cadres/${WATCHED}`, cadreFile)).candidates };
    expect(own.items).toMatchObject([{ cadreId: WATCHED, overdue: true, unitName: '示例镇', disposition: 'talk-or-inquiry' }]);
    const pagedBy = async (query: string): Promise<unknown[]> => (await answerOf(`/api/v1/candidates?${query}`, candidatePage)).items;
    expect(await pagedBy('level=inquiry&channel=organization')).toEqual(all.items);
    expect(await pagedBy('level=priority')).toEqual([]);
    expect(await pagedBy('state=open')).toEqual(all.items.filter(({ state }) => ['proposed', 'dismissal-asked'].includes(state)));
    expect(await pagedBy('channel=public')).toEqual([]);
    expect(await pagedBy('unit=U-9')).toEqual([]);
    expect(await pagedBy('unit=U-2&state=proposed')).toEqual(
      all.items.filter(({ unitName, state }) => unitName === '示例局' && state === 'proposed'),
    );
    const category = categoryOf(WATCHED);
    expect(await pagedBy(`category=${category}`)).toEqual(all.items.filter(({ cadreId }) => categoryOf(cadreId) === category));
    const file = await answerOf(`/api/v1/candidates/${own.items[0]?.id}`, candidateFile);
    expect(file).toMatchObject({ ...own.items[0], reasons: [{ part: 55_000 }], rest: { count: 3, part: 1_200 }, day: TODAY });
  });

  it('tells the catalogue and the units', async () => {
    const catalogue = await answerOf('/api/v1/catalogue', catalogueAnswer);
    expect(catalogue.signals.find(({ code }) => code === 'org-audit-exit-finding')).toMatchObject({ label: '离任审计问题', halfLife: 365 });
    expect((await answerOf('/api/v1/units/U-1', unitFile)).members.length).toBeGreaterThan(0);
    expect((await ask('/api/v1/cadres/unit:U-1/reading')).status).toBe(404);
    const units = await answerOf('/api/v1/units', unitsAnswer);
    expect(units.items.map(({ code }) => code)).toEqual(['U-1', 'U-2', 'U-9']);
  });

  it('tells of cadres who reads about them, of the catalogue every role, and nothing to nobody', async () => {
    for (const role of ROLES) {
      expect((await ask('/api/v1/cadres', role)).status).toBe(CASE_READERS.includes(role) ? 200 : 403);
      expect((await ask('/api/v1/catalogue', role)).status).toBe(200);
    }
    const paths = ['cadres', 'candidates', 'clue-checks', `cadres/${WATCHED}/reading`, 'catalogue', 'units'];
    for (const path of paths) expect((await ask(`/api/v1/${path}`, 'nobody')).status).toBe(401);
  });

  it('is ready while the database answers', async () => {
    expect(await (await ask('/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await ask('/health/ready')).json()).toEqual({ status: 'ready', checked: ['database'] });
  });

  it('shows the topics as AsyncAPI', async () => {
    const response = await ask('/asyncapi');
    expect(await response.json()).toMatchObject({ asyncapi: '3.0.0', channels: { 'risk.alerts.v1': { address: 'risk.alerts.v1' } } });
  });

  it('answers what no app knows as a problem, never as a page', async () => {
    const response = await ask('/api/v1/nothing');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, expect.stringMatching('application/problem')]);
  });
});
