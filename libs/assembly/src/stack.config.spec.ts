import { oidcIsWhole, stackConfig } from '#assembly/stack.config';
import { loadConfig } from '#platform/config/load-config';

const KEY = Buffer.alloc(32).toString('base64');
const STACK = {
  LIUQU_DATABASE_URL: 'postgres://a@127.0.0.1/a',
  LIUQU_LOG_URL: 'postgres://a@127.0.0.1/a',
  LIUQU_JOBS_URL: 'postgres://a@127.0.0.1/a',
  LIUQU_PORT: '8080',
  LIUQU_TOKEN_KEY: KEY,
  LIUQU_SEALING_KEY: KEY,
};
const OIDC = { LIUQU_OIDC_ISSUER: 'https://id.example', LIUQU_OIDC_CLIENT_ID: 'liuqu', LIUQU_OIDC_CLIENT_SECRET: 'not-told' };
const load = (given: Readonly<Record<string, string>>) => loadConfig(stackConfig.superRefine(oidcIsWhole), { ...STACK, ...given });

describe('the configuration of signing in elsewhere', () => {
  it('is there as a whole, or not at all, also as blank lines', () => {
    expect(load(OIDC)).toMatchObject(OIDC);
    expect(load({}).LIUQU_OIDC_ISSUER).toBeUndefined();
    expect(load({ LIUQU_OIDC_ISSUER: '', LIUQU_OIDC_CLIENT_ID: '', LIUQU_OIDC_CLIENT_SECRET: '' }).LIUQU_OIDC_ISSUER).toBeUndefined();
  });

  it.each(Object.keys(OIDC))('is refused without %s, in a sentence that names what is missing and no secret', (missing) => {
    expect(() => load({ ...OIDC, [missing]: '' })).toThrow(
      new RegExp(`${missing}: signing in by OpenID Connect needs .* set all three or none`),
    );
    expect(() => load({ ...OIDC, [missing]: '' })).not.toThrow(/not-told/);
  });

  it.each(['http://id.example', 'http://127.0.0.1.example', 'ftp://id.example', 'id.example', 'http://10.0.0.1', 'http://[::2]'])(
    'wants TLS of an issuer that is not on this machine: %s',
    (issuer) => {
      expect(() => load({ ...OIDC, LIUQU_OIDC_ISSUER: issuer })).toThrow(
        'LIUQU_OIDC_ISSUER: must be an https URL, or http on this machine',
      );
    },
  );

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000/realms/a', 'http://[::1]:3000'])('takes one on this machine: %s', (issuer) => {
    expect(load({ ...OIDC, LIUQU_OIDC_ISSUER: issuer }).LIUQU_OIDC_ISSUER).toBe(issuer);
  });
});
