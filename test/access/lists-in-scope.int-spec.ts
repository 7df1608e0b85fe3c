import { randomInt } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runApp } from '#assembly/run-app';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { Sealer } from '#vault/sealer';
import { AlertDispatcherModule } from '../../apps/alert-dispatcher/src/alert-dispatcher.module';
import { ConsoleApiModule } from '../../apps/console-api/src/console-api.module';
import { SignalResolverModule } from '../../apps/signal-resolver/src/signal-resolver.module';
import { type Given, settleCadre, settleUnits, TREE, UNITS } from './two-towns';

interface Page {
  readonly items: readonly Record<string, unknown>[];
  readonly next?: string | number | null;
}

interface List {
  readonly path: string;
  readonly role: string;
  readonly keyOf: (item: Record<string, unknown>) => unknown;
  /** What the list holds, by the owner's SQL. */
  readonly sql: string;
}

const text = (key: string) => (item: Record<string, unknown>) => item[key];
const LISTS: readonly List[] = [
  { path: '/cadres?limit=3', role: 'handler', keyOf: text('id'), sql: 'SELECT id AS key FROM mine' },
  {
    path: '/cadres?limit=2&level=priority',
    role: 'handler',
    keyOf: text('id'),
    sql: 'SELECT id AS key FROM mine JOIN projector.reading ON subject = id WHERE shown_level = 4',
  },
  {
    path: '/cadres?limit=2&unit=T2',
    role: 'deputy-leader',
    keyOf: text('id'),
    sql: `SELECT cadre_id AS key FROM resolver.post_history
           WHERE post_code = 'P-T2' AND cadre_id IN (SELECT id FROM mine) AND ($1::text IS NULL OR 'T2' IN (SELECT code FROM tree))`,
  },
  {
    path: '/cadres?limit=2&unit=T1&category=其他',
    role: 'handler',
    keyOf: text('id'),
    sql: `SELECT DISTINCT cadre_id AS key FROM resolver.post_history
           WHERE post_code IN ('P-T1', 'P-T1-1') AND cadre_id IN (SELECT id FROM mine) AND ($1::text IS NULL OR 'T1' IN (SELECT code FROM tree))`,
  },
  {
    path: '/cadres?limit=2&channel=media',
    role: 'handler',
    keyOf: text('id'),
    sql: 'SELECT id AS key FROM mine JOIN projector.reading ON subject = id WHERE shown_channels & 32 <> 0',
  },
  {
    path: '/candidates?limit=3&unit=T1-1&level=inquiry',
    role: 'handler',
    keyOf: text('cadreId'),
    sql: `SELECT candidate.cadre_id AS key FROM workflow.candidate JOIN mine ON mine.id = candidate.cadre_id
           WHERE level = 'inquiry' AND candidate.cadre_id IN (SELECT cadre_id FROM resolver.post_history WHERE post_code = 'P-T1-1')
             AND ($1::text IS NULL OR 'T1-1' IN (SELECT code FROM tree))`,
  },
  {
    path: '/candidates?limit=3',
    role: 'handler',
    keyOf: text('cadreId'),
    sql: 'SELECT cadre_id AS key FROM workflow.candidate JOIN mine ON id = cadre_id'.replace('ON id', 'ON mine.id'),
  },
  {
    path: '/clue-checks?limit=3',
    role: 'handler',
    keyOf: text('cadreId'),
    sql: 'SELECT cadre_id AS key FROM workflow.clue_check JOIN mine ON id = cadre_id',
  },
  {
    path: '/alerts?limit=3',
    role: 'handler',
    keyOf: ({ alert, correction }) => ((alert ?? correction) as { subject: string }).subject,
    sql: `SELECT subject AS key FROM dispatcher.alert JOIN mine ON id = subject
          UNION ALL SELECT subject FROM dispatcher.correction JOIN mine ON id = subject`,
  },
  {
    path: '/alert-records?limit=3',
    role: 'handler',
    keyOf: text('subject'),
    sql: 'SELECT subject AS key FROM dispatcher.alert JOIN mine ON id = subject',
  },
  {
    path: '/alert-records?limit=3&state=void&unit=T1-1',
    role: 'handler',
    keyOf: text('subject'),
    sql: `SELECT subject AS key FROM dispatcher.correction
           WHERE subject IN (SELECT id FROM mine) AND subject IN (SELECT cadre_id FROM resolver.post_history WHERE post_code = 'P-T1-1')
             AND ($1::text IS NULL OR 'T1-1' IN (SELECT code FROM tree))`,
  },
  {
    path: '/signals?limit=3',
    role: 'petition-clerk',
    keyOf: text('eventId'),
    sql: `SELECT event_id::text AS key FROM resolver.triage WHERE $1::text IS NULL OR unit_code IN (SELECT code FROM tree)
          UNION ALL SELECT event_id::text FROM resolver.signal JOIN mine ON id = subject`,
  },
  {
    path: '/triage?limit=3',
    role: 'petition-clerk',
    keyOf: text('eventId'),
    sql: 'SELECT event_id::text AS key FROM resolver.triage WHERE $1::text IS NULL OR unit_code IN (SELECT code FROM tree)',
  },
  {
    path: '/units',
    role: 'handler',
    keyOf: text('code'),
    sql: 'SELECT code AS key FROM resolver.unit WHERE $1::text IS NULL OR code IN (SELECT code FROM tree)',
  },
];

describeWith(['postgres'], 'the lists that a person reads', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;
  let given: Given;

  beforeAll(async () => {
    stack = await aTestStack();
    given = { database: stack.database, sealer: new Sealer(stack.config.LIUQU_SEALING_KEY) };
    await settleUnits(stack.database);
    const codes = UNITS.map(([code]) => code);
    for (let n = 0; n < 40; n += 1) {
      const first = codes[randomInt(codes.length)] ?? 'C';
      // Of two posts that began on one day, one is shown.
      const more = n % 5 === 0 && first !== 'T2' ? codes.filter((code) => code !== first && code !== 'T2').slice(0, 1) : [];
      await settleCadre(given, `cadre:${n}`, n % 9 === 8 ? [] : [first, ...more], randomInt(5));
    }
    await stack.database.query(`UPDATE projector.reading SET shown_channels = 48 WHERE subject LIKE '%5' OR subject LIKE '%2'`);
    app = await runApp('all-in-one', stack.config, [ConsoleApiModule, SignalResolverModule, AlertDispatcherModule]);
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  const pageOf = async (path: string, who: string): Promise<Page> => {
    const answer = await fetch(`${url}/api/v1${path}`, { headers: { 'liuqu-demo-principal': who }, signal: AbortSignal.timeout(20_000) });
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as Page;
  };
  const allOf = async ({ path, role, keyOf }: List, unit: string | null, from = ''): Promise<unknown[]> => {
    const keys: unknown[] = [];
    let place = from;
    for (;;) {
      const { items, next } = await pageOf(path + place, unit === null ? role : `${role}@${unit}`);
      keys.push(...items.map(keyOf));
      if (next === null || next === undefined) return keys;
      place = `${path.startsWith('/alerts?') ? '&after=' : '&cursor='}${next}`;
    }
  };
  const expected = async ({ sql }: List, unit: string | null): Promise<string[]> => {
    const rows = await stack.database.query<{ key: string }>(`${TREE} ${sql}`, [unit]);
    return rows.map(({ key }) => key).toSorted();
  };

  const SCOPES = [null, 'C', 'T1', 'T1-1', 'T2', 'T10', 'T'] as const;
  it.each(LISTS)('hold what the tree holds, no more and no less, over all pages: $path', async (list) => {
    for (const unit of SCOPES) {
      const keys = await allOf(list, unit);
      expect([unit, keys.map(String).toSorted()]).toEqual([unit, await expected(list, unit)]);
    }
  });

  it('go on in the own scope from a place of somebody who sees more', async () => {
    for (const list of LISTS.filter(({ path }) => path.includes('limit'))) {
      const { next } = await pageOf(list.path, list.role);
      if (next === null || next === undefined) continue;
      const from = `${list.path.startsWith('/alerts?') ? '&after=' : '&cursor='}${next}`;
      const mine = new Set(await expected(list, 'T1'));
      for (const key of await allOf(list, 'T1', from)) expect(mine).toContain(key);
    }
  });

  it('name to a clerk only those of an item who are in the tree', async () => {
    const mine = new Set((await stack.database.query<{ id: string }>(`${TREE} SELECT id FROM mine`, ['T1'])).map(({ id }) => id));
    const meant = async (who: string): Promise<string[]> =>
      (await pageOf('/triage?limit=200', who)).items.flatMap(({ candidates }) =>
        (candidates as readonly { cadreId: string }[]).map(({ cadreId }) => cadreId),
      );
    const [all, own] = [await meant('petition-clerk'), await meant('petition-clerk@T1')];
    expect(all.some((id) => !mine.has(id))).toBe(true);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((id) => !mine.has(id))).toEqual([]);
  });

  it('end for a stream where the tree ends', async () => {
    const leaving = new AbortController();
    const headers = { 'liuqu-demo-principal': 'handler@T1', 'last-event-id': '0' };
    const answer = await fetch(`${url}/api/v1/alerts/stream`, { headers, signal: leaving.signal });
    const wanted = await expected(LISTS.find(({ path }) => path.startsWith('/alerts?')) as List, 'T1');
    let told = '';
    for await (const bytes of answer.body ?? []) {
      told += new TextDecoder().decode(bytes);
      if (told.split('\n\n').filter((frame) => frame.startsWith('id:')).length >= wanted.length) break;
    }
    leaving.abort();
    const subjects = [...told.matchAll(/"subject":"([^"]+)"/g)].map(([, subject = '']) => subject);
    expect(subjects.map(String).toSorted()).toEqual(wanted);
  });
});
