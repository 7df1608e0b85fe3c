import { DEMO_PRINCIPAL_HEADER, DemoPrincipals } from '#access/demo-principals';
import { type AskedRequest, NoPrincipals, type Principal, type RequestHeaders } from '#access/principals';
import { isFromElsewhere } from '#access/request-origin';
import { endedCookie, sessionCookie, sessionTokenIn } from '#access/session-cookie';
import { SessionPrincipals } from '#access/session-principals';
import { fakeAccess } from '#testing/fake-access';

describe('a request with a session cookie', () => {
  const world = fakeAccess();
  const handler: Principal = { id: 'zhang.shili', name: '示例张', role: 'handler', unit: null };
  const principals = new SessionPrincipals(world.sessions, new NoPrincipals());
  let cookie: string;
  beforeAll(async () => {
    await world.accounts.add({ ...handler, passwordHash: '', codeSecret: '' });
    cookie = `theme=dark; liuqu-session=${await world.sessions.open(handler.id)}`;
  });
  const asked = (method: string, headers: RequestHeaders): AskedRequest => ({
    method,
    url: '/api/v1/candidates',
    ip: '127.0.0.1',
    headers: { host: 'liuqu.example', ...headers },
  });

  it('is of the person signed in', async () => {
    expect(await principals.of(asked('GET', { cookie }))).toEqual(handler);
    expect(await principals.of(asked('GET', {}))).toBeUndefined();
    expect(await principals.of(asked('GET', { cookie: 'liuqu-session=' }))).toBeUndefined();
  });

  it.each([
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'https://liuqu.example' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://liuqu.example' },
  ])('changes something when a page of this origin sent it: %j', async (headers) => {
    expect(await principals.of(asked('POST', { cookie, ...headers }))).toEqual(handler);
  });

  it.each<RequestHeaders>([
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://elsewhere.example' },
    { origin: 'https://liuqu.example:8443' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://liuqu.example' },
  ])('changes nothing otherwise: %j', async (headers) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      await expect(principals.of(asked(method, { cookie, ...headers }))).rejects.toMatchObject({ status: 403 });
    }
    expect(await principals.of(asked('GET', { cookie, ...headers }))).toEqual(handler);
  });

  it('comes before the demo’s header, which is believed where the demo is', async () => {
    const demo = new SessionPrincipals(world.sessions, new DemoPrincipals());
    const header = { [DEMO_PRINCIPAL_HEADER]: 'petition-clerk' };
    expect((await demo.of(asked('GET', { cookie, ...header })))?.id).toBe(handler.id);
    expect((await demo.of(asked('GET', header)))?.id).toBe('demo-petition-clerk');
    expect(await demo.of(asked('GET', { cookie: 'liuqu-session=over', ...header }))).toBeUndefined();
    expect(await principals.of(asked('GET', header))).toBeUndefined();
  });

  it('has a cookie that no script reads and no other site sends; over TLS also one that no other host can set', () => {
    expect(sessionCookie({}, 't')).toBe('liuqu-session=t; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict');
    const tls = { 'x-forwarded-proto': 'https' };
    expect(sessionCookie(tls, 't')).toBe('__Host-liuqu-session=t; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure');
    expect(endedCookie(tls)).toMatch(/^__Host-liuqu-session=; .*Max-Age=0/);
    expect(sessionTokenIn({ ...tls, cookie: '__Host-liuqu-session=a; liuqu-session=b' })).toBe('a');
    expect(sessionTokenIn({ ...tls, cookie: 'liuqu-session=b' })).toBeUndefined();
  });

  it('is told from elsewhere only by a browser', () => {
    expect([{}, { 'sec-fetch-site': 'same-origin' }].map(isFromElsewhere)).toEqual([false, false]);
    expect([{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }].map(isFromElsewhere)).toEqual([true, true]);
  });
});
