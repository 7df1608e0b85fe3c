import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts } from '#access/accounts';
import { runApp } from '#assembly/run-app';
import { type CrookedProvider, startCrookedProvider, type Told } from '#testing/identity-providers/crooked-provider';
import { CALLBACK, CLIENT } from '#testing/identity-providers/listening';
import { describeWith } from '#testing/services/local-services';
import { aTestStack, type TestStack } from '#testing/test-stack';
import { WanderingBrowser } from '#testing/wandering-browser';
import { ConsoleApiModule } from '../console-api.module';

const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const byOther = (signed: string): Buffer => sign('sha256', Buffer.from(signed), other.privateKey);
const now = (): number => Math.floor(Date.now() / 1_000);

describeWith(['postgres'], 'the ID token of an identity provider', () => {
  let provider: CrookedProvider;
  let stack: TestStack;
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    provider = await startCrookedProvider();
    const oidc = { LIUQU_OIDC_ISSUER: provider.issuer, LIUQU_OIDC_CLIENT_ID: CLIENT.id, LIUQU_OIDC_CLIENT_SECRET: CLIENT.secret };
    stack = await aTestStack({ demo: false, oidc });
    app = await runApp('console-api', stack.config, [ConsoleApiModule]);
    url = await app.getUrl();
    await app.get(Accounts).add({ id: 'he.shili', name: '示例何', role: 'handler', unit: null, passwordHash: '', codeSecret: '' });
    await app.get(Accounts).link('he.shili', { issuer: provider.issuer, subject: 'subject-1' });
  });
  afterAll(async () => {
    await app?.close();
    await stack?.close();
    await provider?.close();
  });

  /** Where a browser is led that comes back with a code for such a token. */
  const ledTo = async (told: Told): Promise<string | null> => {
    const browser = new WanderingBrowser();
    const there = new URL((await browser.open(`${url}/api/v1/session/oidc?from=/candidates`)).headers.get('location') ?? '');
    provider.tell(there.searchParams.get('nonce') ?? '', told);
    const arrival = new URL(CALLBACK, url);
    arrival.search = new URLSearchParams({ code: 'a-code', state: there.searchParams.get('state') ?? '' }).toString();
    const answer = await browser.open(arrival);
    const location = answer.headers.get('location');
    expect(browser.cookieAt(url, 'liuqu-session') !== undefined).toBe(location === '/candidates');
    return location;
  };

  it('lets the person in when all of it is right', async () => {
    expect(await ledTo({})).toBe('/candidates');
    expect(await ledTo({ claims: { email: 'x@county.example', sub: 'subject-2' } })).toBe('/sign-in?refused=identity-not-linked');
  });

  it.each<[string, () => Told]>([
    ['for another nonce', () => ({ claims: { nonce: 'another' } })],
    ['without a nonce', () => ({ claims: { nonce: undefined } })],
    ['for another client', () => ({ claims: { aud: 'another' } })],
    ['for several clients, of which we did not ask', () => ({ claims: { aud: [CLIENT.id, 'another'], azp: 'another' } })],
    ['of another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } })],
    ['of the same issuer, written otherwise', () => ({ claims: { iss: `${provider.issuer}/` } })],
    ['that has expired', () => ({ claims: { iat: now() - 900, exp: now() - 600 } })],
    ['that is not valid yet', () => ({ claims: { nbf: now() + 600 } })],
    ['without a subject', () => ({ claims: { sub: undefined } })],
    ['that nobody signed', () => ({ header: { alg: 'none' }, signature: () => Buffer.alloc(0) })],
    [
      'signed with the public key as if it were a secret',
      () => ({
        header: { alg: 'HS256' },
        signature: (signed) => createHmac('sha256', provider.publicPem).update(signed).digest(),
      }),
    ],
    [
      'signed with our own secret',
      () => ({
        header: { alg: 'HS256' },
        signature: (signed) => createHmac('sha256', CLIENT.secret).update(signed).digest(),
      }),
    ],
    ['signed with another key', () => ({ signature: byOther })],
    ['that brings its own key', () => ({ header: { jwk: other.publicKey.export({ format: 'jwk' }) }, signature: byOther })],
    ['that names a place for its key', () => ({ header: { jku: 'http://localhost:1/jwks', kid: 'two' }, signature: byOther })],
    ['whose signature was altered', () => ({ signature: () => Buffer.alloc(256, 1) })],
  ])('lets nobody in %s', async (_, told) => {
    expect(await ledTo(told())).toBe('/sign-in?refused=identity-not-proven');
  });
});
