import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts } from '#access/accounts';
import { addAccount, type HandedOut } from '#access/new-account';
import { codeAt } from '#access/one-time-codes';
import type { Principal } from '#access/principals';
import { runApp } from '#assembly/run-app';
import { usersAnswer } from '#contracts/console/users';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { ConsoleApiModule } from '../console-api.module';

const HERE = { 'sec-fetch-site': 'same-origin' };
const NOTHING: Record<string, string> = {};
const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const DEMO: Record<string, string> = { 'liuqu-demo-principal': 'handler' };

describeWith(['postgres'], 'people at the console', () => {
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;
  let admin: { readonly handed: HandedOut | undefined; cookie: string };

  const KEEPER: Principal = { id: 'zhou.shili', name: '示例周', role: 'security-administrator', unit: null };

  const ask = async (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/api/v1/${path}`, {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
  const credentialsOf = (user: string, handed: HandedOut | undefined): { user: string; password: string; code: string } => {
    const secret = new URL(handed?.totpUri ?? '').searchParams.get('secret') ?? '';
    return { user, password: handed?.password ?? '', code: codeAt(secret, new Date()) };
  };
  const signIn = async (user: string, handed: HandedOut | undefined): Promise<string> => {
    const answer = await ask('POST', 'session', credentialsOf(user, handed), HERE);
    expect(answer.status).toBe(200);
    return cookieOf(answer);
  };
  const asAdmin = async (method: string, path: string, body: object): Promise<Response> =>
    ask(method, path, body, { ...HERE, cookie: admin.cookie });
  const added = async (id: string, role: string): Promise<HandedOut> => {
    const answer = await asAdmin('POST', 'users', { id, name: '示例人', role });
    expect(answer.status).toBe(201);
    return (await answer.json()) as HandedOut;
  };

  beforeAll(async () => {
    stack = await aTestStack({ demo: false });
    app = await runApp('console-api', stack.config, [ConsoleApiModule]);
    url = await app.getUrl();
    const handed = await addAccount(app.get(Accounts), KEEPER);
    admin = { handed, cookie: '' };
    admin.cookie = await signIn(KEEPER.id, handed);
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
  });

  it('are known by their cookie, and nobody without one, whatever header comes', async () => {
    const who = await ask('GET', 'session', undefined, { cookie: admin.cookie });
    expect([who.status, who.headers.get('cache-control'), await who.json()]).toEqual([200, 'no-store', KEEPER]);
    for (const headers of [NOTHING, DEMO, { cookie: 'liuqu-session=made-up' }]) {
      expect((await ask('GET', 'session', undefined, headers)).status).toBe(401);
      expect((await ask('GET', 'cadres', undefined, headers)).status).toBe(401);
    }
    expect((await ask('GET', 'cadres', undefined, { cookie: admin.cookie })).status).toBe(403);
  });

  it('are refused with one answer for a wrong password and an unknown name, and told how long to wait after ten', async () => {
    const handed = await added('li.shili', 'handler');
    const right = credentialsOf('li.shili', handed);
    const refusals = [
      { ...right, password: 'wrong' },
      { ...right, user: 'nobody' },
    ].map(async (wrong) => {
      const answer = await ask('POST', 'session', wrong);
      const { traceId: _, ...told } = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, cookie: answer.headers.get('set-cookie'), told };
    });
    const [wrong, unknown] = await Promise.all(refusals);
    expect(wrong).toMatchObject({ status: 401, cookie: null, told: { code: 'sign-in-refused' } });
    expect(unknown).toEqual(wrong);
    for (let i = 0; i < 9; i += 1) await ask('POST', 'session', { ...right, password: 'wrong' });
    const waiting = await ask('POST', 'session', right);
    expect([waiting.status, Number(waiting.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(25);
    await stack.database.query("UPDATE access.failed_try SET last_at = last_at - interval '30 seconds'");
    expect(await signIn('li.shili', handed)).toContain('liuqu-session=');
  });

  it('come in from a browser that knows them while strangers time their wrong tries, and that cookie helps nobody else', async () => {
    const [owner, insider] = [await added('he.shili', 'handler'), await added('lv.shili', 'handler')];
    const first = await ask('POST', 'session', credentialsOf('he.shili', owner), HERE);
    const cookies = first.headers.getSetCookie();
    expect(cookies[1]).toMatch(/^liuqu-known-browser=[\w-]+; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Strict$/);
    const known = cookies[1]?.split(';')[0] ?? '';
    const knownOfInsider = (await ask('POST', 'session', credentialsOf('lv.shili', insider), HERE)).headers.getSetCookie()[1] ?? '';

    const wrong = { ...credentialsOf('he.shili', owner), password: 'wrong' };
    for (let i = 0; i < 10; i += 1) await ask('POST', 'session', wrong);
    for (let round = 0; round < 3; round += 1) {
      await stack.database.query("UPDATE access.failed_try SET last_at = last_at - interval '15 minutes'");
      expect((await ask('POST', 'session', wrong)).status).toBe(401);
    }
    // The code of the first sign-in is used up: a minute later there is another.
    await stack.database.query("UPDATE access.account SET last_code_step = 0 WHERE id = 'he.shili'");
    const tries = ['', knownOfInsider.split(';')[0] ?? '', known.slice(0, -4), known];
    const statuses: number[] = [];
    for (const cookie of tries) {
      statuses.push((await ask('POST', 'session', credentialsOf('he.shili', owner), { ...HERE, cookie })).status);
    }
    expect(statuses).toEqual([429, 429, 429, 200]);
  });

  it('sign out, and the cookie is dead though somebody kept it, and so is the code that was used', async () => {
    const used = credentialsOf('wang.shili', await added('wang.shili', 'handler'));
    const cookie = cookieOf(await ask('POST', 'session', used, HERE));
    expect((await ask('GET', 'cadres', undefined, { cookie })).status).toBe(200);
    const over = await ask('DELETE', 'session', undefined, { ...HERE, cookie });
    expect([over.status, over.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect((await ask('GET', 'cadres', undefined, { cookie })).status).toBe(401);
    expect((await ask('POST', 'session', used, HERE)).status).toBe(401);
  });

  it('are what the security administrator makes them, from their next request on', async () => {
    const cookie = await signIn('zhao.shili', await added('zhao.shili', 'handler'));
    const statuses = async (): Promise<number[]> =>
      Promise.all(['cadres', 'session'].map(async (path) => (await ask('GET', path, undefined, { cookie })).status));
    expect(await statuses()).toEqual([200, 200]);
    expect((await asAdmin('PUT', 'users/zhao.shili/role', { role: 'auditor' })).status).toBe(200);
    expect(await statuses()).toEqual([403, 200]);
    expect((await asAdmin('PUT', 'users/zhao.shili/active', { active: false })).status).toBe(200);
    expect(await statuses()).toEqual([401, 401]);
    expect((await asAdmin('PUT', 'users/zhao.shili/active', { active: true })).status).toBe(200);
    expect(await statuses()).toEqual([401, 401]);
  });

  it('see the tree under the unit that the security administrator gives them, from their next request on', async () => {
    await stack.database.query(`INSERT INTO resolver.unit (code, name, category) VALUES ('U-1', '示例镇', 'township')`);
    const cookie = await signIn('feng.shili', await added('feng.shili', 'handler'));
    const seen = async (): Promise<unknown[]> => {
      const session = await ask('GET', 'session', undefined, { cookie });
      const units = await ask('GET', 'units', undefined, { cookie });
      return [((await session.json()) as Principal).unit, ((await units.json()) as { items: unknown[] }).items.length];
    };
    expect(await seen()).toEqual([null, 1]);
    expect((await asAdmin('PUT', 'users/feng.shili/unit', { unit: 'U-1' })).status).toBe(200);
    expect(await seen()).toEqual([{ code: 'U-1', name: '示例镇' }, 1]);
    await stack.database.query(`UPDATE access.account SET unit = 'U-GONE' WHERE id = 'feng.shili'`);
    expect(await seen()).toEqual([{ code: 'U-GONE', name: 'U-GONE' }, 0]);
    expect((await asAdmin('PUT', 'users/feng.shili/unit', { unit: null })).status).toBe(200);
    expect(await seen()).toEqual([null, 1]);
    const refused = await asAdmin('PUT', 'users/feng.shili/unit', { unit: 'U-2' });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, 'unit-not-known']);
    const entry = { id: 'chu.shili', name: '示例人', role: 'handler', unit: 'U-2' };
    expect((await asAdmin('POST', 'users', entry)).status).toBe(422);
    expect((await asAdmin('POST', 'users', { ...entry, unit: 'U-1' })).status).toBe(201);
    expect((await asAdmin('PUT', 'users/nobody/unit', { unit: null })).status).toBe(404);
    expect((await asAdmin('PUT', `users/${KEEPER.id}/unit`, { unit: null })).status).toBe(409);
  });

  it('are not added twice, not under the demo’s names, not found when unknown, and do not change themselves', async () => {
    await added('qian.shili', 'handler');
    const told = async (method: string, path: string, body: object): Promise<unknown[]> => {
      const answer = await asAdmin(method, path, body);
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await told('POST', 'users', { id: 'qian.shili', name: '示例人', role: 'handler' })).toEqual([409, 'user-known']);
    expect(await told('POST', 'users', { id: 'demo-handler', name: '示例人', role: 'handler' })).toEqual([400, 'request-not-understood']);
    expect(await told('POST', 'users', { id: 'sun.shili', name: '示例人', role: 'king' })).toEqual([400, 'request-not-understood']);
    expect(await told('PUT', 'users/nobody/active', { active: false })).toEqual([404, 'user-not-found']);
    expect(await told('PUT', `users/${KEEPER.id}/role`, { role: 'handler' })).toEqual([409, 'own-entry']);
    expect(await told('PUT', `users/${KEEPER.id}/active`, { active: false })).toEqual([409, 'own-entry']);
  });

  it('get new credentials from the security administrator when they lost theirs, and their sessions are over', async () => {
    const cookie = await signIn('zheng.shili', await added('zheng.shili', 'handler'));
    const renewed = await asAdmin('POST', 'users/zheng.shili/credentials', {});
    expect(renewed.status).toBe(201);
    expect((await ask('GET', 'session', undefined, { cookie })).status).toBe(401);
    expect(await signIn('zheng.shili', (await renewed.json()) as HandedOut)).toContain('liuqu-session=');
    expect((await asAdmin('POST', 'users/nobody/credentials', {})).status).toBe(404);
    expect((await asAdmin('POST', `users/${KEEPER.id}/credentials`, {})).status).toBe(409);
  });

  it('are listed for the security administrator, without anything that opens an account', async () => {
    const handed = await added('tang.shili', 'petition-clerk');
    const answer = await ask('GET', 'users', undefined, { cookie: admin.cookie });
    const text = await answer.text();
    const { items } = usersAnswer.parse(JSON.parse(text));
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(items.find(({ id }) => id === KEEPER.id)).toMatchObject({ role: KEEPER.role, active: true, codeTaken: true, linked: false });
    const fresh = { id: 'tang.shili', name: '示例人', role: 'petition-clerk', active: true, lastSignInAt: null, codeTaken: false };
    expect(items.find(({ id }) => id === 'tang.shili')).toMatchObject(fresh);
    const secret = new URL(handed.totpUri).searchParams.get('secret') ?? '';
    for (const hidden of [handed.password, secret, 'argon2', 'hash', 'secret']) expect(text).not.toContain(hidden);
    expect((await ask('GET', 'users', undefined, { cookie: await signIn('tang.shili', handed) })).status).toBe(403);
  });

  it('are linked to no identity where no provider is set up', async () => {
    await added('song.shili', 'handler');
    const told = async (id: string, body: object): Promise<unknown[]> => {
      const answer = await asAdmin('PUT', `users/${id}/identity`, body);
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await told('song.shili', { subject: 'subject-1' })).toEqual([409, 'sign-in-way-not-there']);
    expect(await told(KEEPER.id, { subject: 'subject-1' })).toEqual([409, 'own-entry']);
    expect(await told('song.shili', { subject: '' })).toEqual([400, 'request-not-understood']);
    expect(await told('song.shili', { subject: 'subject-1', email: 'a@b.example' })).toEqual([400, 'request-not-understood']);
  });

  it('change nothing, and do not sign in or out, through a page from elsewhere', async () => {
    const entry = { id: 'wu.shili', name: '示例人', role: 'handler' };
    for (const elsewhere of [NOTHING, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const headers: Record<string, string> = { ...elsewhere, cookie: admin.cookie };
      expect((await ask('POST', 'users', entry, headers)).status).toBe(403);
    }
    const elsewhere = { 'sec-fetch-site': 'cross-site', cookie: admin.cookie };
    expect((await ask('DELETE', 'session', undefined, elsewhere)).status).toBe(403);
    expect((await ask('POST', 'session', credentialsOf(KEEPER.id, admin.handed), elsewhere)).status).toBe(403);
    expect((await ask('GET', 'session', undefined, { cookie: admin.cookie })).status).toBe(200);
  });
});
