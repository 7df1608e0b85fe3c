import { randomBytes } from 'node:crypto';
import type { CandidatePage } from '#contracts/console/candidates';
import type { CadrePage } from '#contracts/console/cadres';
import type { SignalFile } from '#contracts/console/signals';
import { CATALOGUE } from '#contracts/signals/catalogue';
import { SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { channelTopic, TOPICS } from '#contracts/topics';
import { Database } from '#persistence/database';
import { describeWith } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { listenToAlerts } from './alert-stream';
import { type Agency, type Answer, as, call, CHEN, eventOf, post, readRegistryIn, until } from './office';
import { filesHolding, tablesHolding } from './places-of-words';
import { type RunningStack, SEALING_KEY, STACKS, startStack } from './running-stack';
import { recordsOn, textOf } from './topic-records';

const NEEDS = { embedded: ['postgres'], services: ['postgres', 'redis', 'kafka'] } as const;
const PUBLIC = CATALOGUE.filter(({ channel }) => channel === 'public');
/** Every word of a petition that is sent begins with it. */
const CANARY = `canary${randomBytes(6).toString('hex')}`;
const SOURCE = '/agency/A-PET/main';

/** What cannot take effect, because it names an event that never comes. */
const WAITING: readonly string[] = ['waits', 'change-waits'];

type Fields = Readonly<Record<string, unknown>>;

for (const kind of STACKS) {
  describeWith([...NEEDS[kind]], `the words of petitions on the ${kind} stack`, () => {
    let stack: RunningStack;
    let petitions: Agency;
    /** By the sender's number: the receipt, and what was withheld by field. */
    const sent = new Map<string, { readonly receipt: string; readonly words: Readonly<Record<string, string>> }>();
    const answered: string[] = [];
    let birds = 0;

    const bird = (): string => `${CANARY}-${(birds += 1)}`;
    const text = ({ body }: Answer): string => (typeof body === 'string' ? body : JSON.stringify(body));
    const numberOf = (id: string): string => sent.get(id)?.receipt ?? '';

    async function send(id: string, type: string, data: Fields, words: Readonly<Record<string, string>>): Promise<void> {
      const answer = await post(stack, petitions, eventOf(petitions, id, type, data));
      answered.push(text(answer));
      if (answer.status !== 202) throw new Error(`${id}: ${answer.status} ${text(answer)}`);
      sent.set(id, { receipt: (answer.body as { id: string }).id, words });
    }
    async function sendSignal(id: string, code: string, told: Fields = {}): Promise<void> {
      const signal = PUBLIC.find((each) => each.code === code);
      if (!signal) throw new RangeError(code);
      const words = Object.fromEntries(signal.withheld.map((name) => [name, bird()]));
      const about =
        signal.effect === 'status-setting'
          ? { of: { source: SOURCE, id: 'public-accusation-real-name' } }
          : { subject: { idNumber: CHEN.idNumber } };
      const fields = { ...(signal.example['fields'] as Fields), ...words };
      await send(id, signal.type, { ...signal.example, ...about, ...told, fields }, words);
    }
    const sendLater = async (id: string, type: string, data: Fields): Promise<void> => {
      const reason = bird();
      await send(id, type, { ...data, reason }, { reason });
    };
    const stateOf = async (id: string): Promise<string> => {
      const answer = await call(`${stack.door}/api/v1/receipts/${numberOf(id)}`, { headers: { authorization: `Bearer ${petitions.key}` } });
      answered.push(text(answer));
      return (answer.body as { state: string }).state;
    };
    const sealedWords = async (): Promise<ReadonlyMap<string, string>> => {
      const database = await Database.connect(stack.databaseUrl, 1);
      try {
        const rows = await database.query<{ event_id: string; field: string; sealed: Buffer }>(
          'SELECT event_id, field, sealed FROM gateway.sealed_words',
        );
        const sealer = new Sealer(SEALING_KEY);
        return new Map(
          rows.map(({ event_id: id, field, sealed }) => [`${id} ${field}`, sealer.open(sealed, `words/${id}/${field}`).toString()]),
        );
      } finally {
        await database.close();
      }
    };
    /** What every page that tells of signals is answered, read as those who may. */
    async function pagesOfTheConsole(): Promise<string> {
      const pages: unknown[] = [];
      const read = async <T>(role: string, path: string): Promise<T> => {
        const page = await as<T>(stack, role, `GET ${path}`);
        pages.push(page);
        return page;
      };
      const { items } = await read<CadrePage>('handler', '/api/v1/cadres');
      for (const { id } of items) {
        for (const tail of ['', '/profile', '/reading', '/reading/explanation', '/reading/receipt']) {
          await read('handler', `/api/v1/cadres/${id}${tail}`);
        }
      }
      for (const tail of ['', '/reading', '/reading/explanation', '/reading/receipt']) await read('handler', `/api/v1/units/U-001${tail}`);
      for (const list of ['units', 'desk', 'clue-checks', 'alerts', 'signals/counts']) await read('handler', `/api/v1/${list}`);
      for (const { id } of (await read<CandidatePage>('handler', '/api/v1/candidates')).items) {
        pages.push(await readFor('handler', 'candidate-triage', id, `/api/v1/candidates/${id}`));
      }
      await read('petition-clerk', '/api/v1/signals');
      for (const [id, { receipt }] of sent) {
        if (id === 'asked') pages.push(await readFor('petition-clerk', 'person-matching', receipt, `/api/v1/signals/${receipt}`));
        else if (!WAITING.includes(id)) await read('handler', `/api/v1/signals/${receipt}`);
      }
      await read('petition-clerk', '/api/v1/triage');
      pages.push(await itemInTriage());
      await read('auditor', '/api/v1/reads');
      await read('system-administrator', '/api/v1/operations');
      pages.push(await listenToAlerts(stack, 1, '0'));
      return JSON.stringify(pages);
    }
    /** What is read for a task at hand. */
    async function readFor(role: string, purpose: string, task: string, path: string): Promise<unknown> {
      const headers = { 'liuqu-demo-principal': role, 'liuqu-purpose': purpose, 'liuqu-task': task };
      const answer = await call(stack.console + path, { headers });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text(answer)}`);
      return answer.body;
    }
    const itemInTriage = async (): Promise<unknown> =>
      readFor('petition-clerk', 'person-matching', numberOf('asked'), `/api/v1/triage/${numberOf('asked')}`);

    beforeAll(async () => {
      stack = await startStack(kind);
      await readRegistryIn(stack);
      petitions = await as<Agency>(stack, 'system-administrator', 'POST /api/v1/agencies', {
        code: 'A-PET',
        name: '示例信访局',
        systems: ['main'],
        channels: ['public'],
        statuses: ['unverified', 'plausible', 'verified', 'refuted', 'malicious'],
        authority: 'city',
      });
    }, 240_000);
    afterAll(async () => stack?.stop(), 120_000);

    it('given one event of every type of the public, and what is said later, when they are sent, then all of them find their way', async () => {
      for (const { code } of PUBLIC) await sendSignal(code, code);
      await sendSignal('asked', 'public-group-visit', { subject: { name: '某示例', unitCode: 'U-001' } });
      await sendSignal('waits', 'public-retaliation', { correctionOf: 'never-sent' });
      await sendSignal('taken-back', 'public-group-visit');
      await sendLater('judged', SIGNAL_STATUS_CHANGED, {
        of: { source: SOURCE, id: 'public-group-visit' },
        status: 'verified',
        decidedOn: '2026-11-02',
      });
      await sendLater('change-waits', SIGNAL_STATUS_CHANGED, {
        of: { source: SOURCE, id: 'never-sent' },
        status: 'refuted',
        decidedOn: '2026-11-02',
      });
      await sendLater('withdrawal', SIGNAL_WITHDRAWN, { id: 'taken-back' });
      const settled = (id: string, state: string): boolean => {
        if (id === 'asked') return state === 'in-triage';
        if (WAITING.includes(id)) return state === 'waiting';
        return ['scored', 'no-effect'].includes(state) || (id === 'withdrawal' && state === 'resolved');
      };
      for (const id of sent.keys()) {
        await until(
          `the receipt of ${id}`,
          async () => stateOf(id),
          (state) => settled(id, state),
        );
      }
      const { items } = await until(
        'a level',
        async () => as<CadrePage>(stack, 'handler', 'GET /api/v1/cadres'),
        (page) => page.items.some(({ level }) => level !== 'none'),
      );
      expect(items.find(({ name }) => name === CHEN.name)?.level).not.toBe('none');
    }, 120_000);

    it('given a bad event, when it is refused, then its words are not in the answer', async () => {
      const visit = PUBLIC.find(({ code }) => code === 'public-group-visit');
      for (const broken of [{ severity: 9 }, { fields: { persons: bird(), cause: bird(), more: bird() } }, { occurredOn: '2999-01-01' }]) {
        const data = { ...visit?.example, fields: { persons: 18, cause: bird() }, ...broken };
        const answer = await post(stack, petitions, eventOf(petitions, 'bad', visit?.type ?? '', data));
        expect(answer.status).toBeGreaterThanOrEqual(400);
        answered.push(text(answer));
      }
      const other = PUBLIC.find(({ code }) => code === 'public-retaliation');
      const again = await post(
        stack,
        petitions,
        eventOf(petitions, 'public-retaliation', other?.type ?? '', {
          ...other?.example,
          subject: { idNumber: CHEN.idNumber },
          fields: { act: bird() },
        }),
      );
      expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'same-id-other-content']);
      answered.push(text(again));
      expect(answered.filter((answer) => answer.includes(CANARY))).toEqual([]);
    });

    it('then every word opens under the key of the vault, but for those of what was taken back, and of why', async () => {
      const taken = numberOf('taken-back');
      await until('the end of what was taken back', sealedWords, (words) => !words.has(`${taken} cause`));
      const kept = [...sent]
        .filter(([id]) => !['taken-back', 'withdrawal'].includes(id))
        .flatMap(([, { receipt, words }]) => Object.entries(words).map(([field, word]) => [`${receipt} ${field}`, word] as const));
      expect(kept).toHaveLength(13);
      expect(new Map(await sealedWords())).toEqual(new Map(kept));
    });

    it('then officers are told the label alone, and no page says a word', async () => {
      const file = await as<SignalFile>(stack, 'handler', `GET /api/v1/signals/${numberOf('public-group-visit')}`);
      expect(file.fields).toContainEqual({ label: '诉求', value: null });
      expect(await itemInTriage()).toMatchObject({ fields: expect.arrayContaining([{ label: '诉求', value: null }]) });
      expect(await pagesOfTheConsole()).not.toContain(CANARY);
    }, 60_000);

    it('then no record of any topic says a word, though all of them were read', async () => {
      const records = (await Promise.all(TOPICS.map(async ({ name }) => recordsOn(stack.logUrl, name)))).flat();
      const ids = new Set(records.map(({ headers }) => headers['ce_id']));
      expect([...sent.values()].filter(({ receipt }) => !ids.has(receipt))).toEqual([]);
      expect(records.map(textOf).filter((record) => record.includes(CANARY))).toEqual([]);
      const visit = (await recordsOn(stack.logUrl, channelTopic('public'))).find(
        ({ headers }) => headers['ce_id'] === numberOf('public-group-visit'),
      );
      expect(JSON.parse(visit?.value.toString() ?? '')).toMatchObject({ data: { fields: { cause: null } } });
    }, 120_000);

    it('then no table of any schema holds a word, and no file of a log, a table, a topic or a queue', async () => {
      expect(await tablesHolding(stack.databaseUrl, CANARY)).toEqual([]);
      expect(await filesHolding(stack.data, CANARY)).toEqual([]);
      expect(stack.said.filter((line) => line.includes(CANARY))).toEqual([]);
    }, 60_000);

    it('given a word planted in a table, as text or as bytes, then it is found there and on disk', async () => {
      const planted = `planted${randomBytes(6).toString('hex')}`;
      const database = await Database.connect(stack.databaseUrl, 1);
      try {
        await database.query('CREATE TABLE public.planted_text AS SELECT jsonb_build_object($1::text, $1::text) AS fields', [planted]);
        await database.query('CREATE TABLE public.planted_bytes AS SELECT $1::bytea AS bytes', [Buffer.from(`a ${planted} z`)]);
        expect(await tablesHolding(stack.databaseUrl, planted)).toEqual(['public.planted_bytes', 'public.planted_text']);
        expect(await filesHolding(stack.data, planted)).not.toEqual([]);
      } finally {
        await database.query('DROP TABLE IF EXISTS public.planted_text, public.planted_bytes');
        await database.close();
      }
    }, 60_000);
  });
}
