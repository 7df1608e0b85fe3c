import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts } from '#access/accounts';
import { runApp } from '#assembly/run-app';
import { CALLBACK, CLIENT } from '#testing/identity-providers/listening';
import { type RealProvider, startRealProvider } from '#testing/identity-providers/real-provider';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { WanderingBrowser } from '#testing/wandering-browser';
import { ConsoleApiModule } from '../console-api.module';

const SUBJECT = 'subject-of-he';
const HANDLER = { id: 'he.shili', name: '示例何', role: 'handler', unit: null } as const;

describeWith(['postgres'], 'signing in at an identity provider', () => {
  let provider: RealProvider;
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;

  const oidc = (): Record<string, string> => ({
    LIUQU_OIDC_ISSUER: provider.issuer,
    LIUQU_OIDC_CLIENT_ID: CLIENT.id,
    LIUQU_OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  const isCallback = (place: URL): boolean => place.pathname === CALLBACK;
  /** Up to the moment at which the provider sends the browser back. */
  const comeBack = async (browser: WanderingBrowser, from = '/candidates?state=taken'): Promise<URL> =>
    browser.wander(`${url}/api/v1/session/oidc?from=${encodeURIComponent(from)}`, isCallback);
  const ledTo = async (browser: WanderingBrowser, place: string | URL): Promise<string | null> =>
    (await browser.open(place)).headers.get('location');
  const whoIs = async (browser: WanderingBrowser): Promise<unknown> => (await browser.open(`${url}/api/v1/session`)).json();

  beforeAll(async () => {
    provider = await startRealProvider();
    stack = await aTestStack({ demo: false, oidc: oidc() });
    app = await runApp('console-api', stack.config, [ConsoleApiModule]);
    url = await app.getUrl();
    provider.admit(url);
    const accounts = app.get(Accounts);
    await accounts.add({ ...HANDLER, passwordHash: '', codeSecret: '' });
    await accounts.link(HANDLER.id, { issuer: provider.issuer, subject: SUBJECT });
  });
  beforeEach(() => provider.become(SUBJECT));
  afterAll(async () => {
    await app?.close();
    await stack?.close();
    await provider?.close();
  });

  it('is offered, and opens the same session as a password, on the page where the person wanted to be', async () => {
    expect(await (await fetch(`${url}/api/v1/session/ways`)).json()).toEqual({ oidc: true });
    const browser = new WanderingBrowser();
    const arrival = await comeBack(browser);
    const answer = await browser.open(arrival);
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
      302,
      '/candidates?state=taken',
      'no-store',
    ]);
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toEqual([
      expect.stringMatching(/^liuqu-begun-sign-in=; .*Max-Age=0/),
      expect.stringMatching(/^liuqu-session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/),
    ]);
    expect(await whoIs(browser)).toEqual(HANDLER);
    const [known] = await app.get(Accounts).all();
    expect(known).toMatchObject({ id: HANDLER.id, linked: true, lastSignInAt: expect.any(Date) });
  });

  it('sets out with a challenge, a state and a nonce of 256 bits each, and tells nothing of them to anybody', async () => {
    const answer = await new WanderingBrowser().open(`${url}/api/v1/session/oidc`);
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      client_id: CLIENT.id,
      redirect_uri: url + CALLBACK,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(Buffer.from(asked.get(name) ?? '', 'base64url')).toHaveLength(32);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^liuqu-begun-sign-in=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
    expect(Buffer.from(cookie.split(/[=;]/)[1] ?? '', 'base64url').toString('latin1')).not.toContain(asked.get('state'));
  });

  it('gives another session than the browser had, whoever put that there, and ends the old one', async () => {
    const browser = new WanderingBrowser();
    await browser.open(await comeBack(browser));
    const first = browser.cookieAt(url, 'liuqu-session');
    await browser.open(await comeBack(browser));
    expect(browser.cookieAt(url, 'liuqu-session')).not.toBe(first);
    const other = await fetch(`${url}/api/v1/session`, { headers: { cookie: `liuqu-session=${first}` } });
    expect(other.status).toBe(401);
  });

  it('leads whose identity nobody has linked back with the reason, and by no e-mail or name', async () => {
    const browser = new WanderingBrowser();
    for (const stranger of ['somebody-else', HANDLER.id, `${HANDLER.id}@county.example`, SUBJECT.toUpperCase()]) {
      provider.become(stranger);
      const lone = new WanderingBrowser();
      expect(await ledTo(lone, await comeBack(lone))).toBe('/sign-in?refused=identity-not-linked');
      expect(lone.cookieAt(url, 'liuqu-session')).toBeUndefined();
    }
    expect(await whoIs(browser)).toMatchObject({ status: 401 });
  });

  it('lets nobody in who is switched off, nor under the same subject of another issuer, nor whose link was taken away', async () => {
    const accounts = app.get(Accounts);
    const told = async (): Promise<string | null> => {
      const browser = new WanderingBrowser();
      return ledTo(browser, await comeBack(browser));
    };
    await accounts.switch(HANDLER.id, false);
    expect(await told()).toBe('/sign-in?refused=account-switched-off');
    await accounts.switch(HANDLER.id, true);
    await accounts.link(HANDLER.id, { issuer: 'https://other.example', subject: SUBJECT });
    expect(await told()).toBe('/sign-in?refused=identity-not-linked');
    await accounts.link(HANDLER.id, undefined);
    expect(await told()).toBe('/sign-in?refused=identity-not-linked');
    await accounts.link(HANDLER.id, { issuer: provider.issuer, subject: SUBJECT });
    expect(await told()).toBe('/candidates?state=taken');
  });

  it('takes no arrival of another browser, of one with another state or from another issuer, or of one that altered what it was given', async () => {
    const [victim, attacker] = [new WanderingBrowser(), new WanderingBrowser()];
    const arrival = await comeBack(attacker);
    const refused = '/sign-in?refused=identity-not-proven';
    expect(await ledTo(victim, arrival)).toBe(refused);
    await victim.open(`${url}/api/v1/session/oidc`);
    expect(await ledTo(victim, arrival)).toBe(refused);
    for (const state of ['', 'made-up', null]) {
      const browser = new WanderingBrowser();
      const changed = await comeBack(browser);
      if (state === null) changed.searchParams.delete('state');
      else changed.searchParams.set('state', state);
      expect(await ledTo(browser, changed)).toBe(refused);
    }
    const mixedUp = new WanderingBrowser();
    const elsewhere = await comeBack(mixedUp);
    elsewhere.searchParams.set('iss', 'https://elsewhere.example');
    expect(await ledTo(mixedUp, elsewhere)).toBe(refused);
    const browser = new WanderingBrowser();
    const right = await comeBack(browser);
    const kept = browser.cookieAt(url, 'liuqu-begun-sign-in') ?? '';
    browser.keep(url, 'liuqu-begun-sign-in', kept.slice(0, -2) + (kept.endsWith('AA') ? 'BB' : 'AA'));
    expect(await ledTo(browser, right)).toBe(refused);
  });

  it('takes an arrival once, also when the cookie of setting out was kept', async () => {
    const browser = new WanderingBrowser();
    const arrival = await comeBack(browser);
    const kept = browser.cookieAt(url, 'liuqu-begun-sign-in') ?? '';
    expect(await ledTo(browser, arrival)).toBe('/candidates?state=taken');
    expect(await ledTo(browser, arrival)).toBe('/sign-in?refused=identity-not-proven');
    browser.keep(url, 'liuqu-begun-sign-in', kept);
    expect(await ledTo(browser, arrival)).toBe('/sign-in?refused=identity-not-proven');
  });

  it('takes no code that was asked for by another browser: the challenge does not fit', async () => {
    const [one, two] = [new WanderingBrowser(), new WanderingBrowser()];
    const [stolen, own] = [await comeBack(one), await comeBack(two)];
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect(await ledTo(two, own)).toBe('/sign-in?refused=identity-not-proven');
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/', '/.//elsewhere.example'])(
    'never leads out of this console: %s',
    async (from) => {
      const browser = new WanderingBrowser();
      expect(await ledTo(browser, await comeBack(browser, from))).toBe('/');
    },
  );

  it('leads back with the reason when the person refuses at the provider, or what comes back makes no sense', async () => {
    for (const said of ['error=access_denied', '', 'code=a&code=b']) {
      const browser = new WanderingBrowser();
      const state = (await comeBack(browser)).searchParams.get('state');
      expect(await ledTo(browser, `${url}${CALLBACK}?${said}&state=${state}`)).toBe('/sign-in?refused=identity-not-proven');
    }
  });

  it('is not offered where none is set up, and leads back when the provider does not answer', async () => {
    const silent = await startRealProvider();
    const address = silent.issuer;
    await silent.close();
    for (const [given, ways, status, location] of [
      [{}, false, 404, null],
      [{ ...oidc(), LIUQU_OIDC_ISSUER: address }, true, 302, '/sign-in?refused=provider-silent'],
    ] as const) {
      const other = await aTestStack({ demo: false, oidc: given });
      const console = await runApp('console-api', other.config, [ConsoleApiModule]);
      const there = await console.getUrl();
      expect(await (await fetch(`${there}/api/v1/session/ways`)).json()).toEqual({ oidc: ways });
      for (const path of ['/api/v1/session/oidc', ...(ways ? [] : [CALLBACK])]) {
        const answer = await new WanderingBrowser().open(there + path);
        expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
      }
      await console.close();
      await other.close();
    }
  });
});
