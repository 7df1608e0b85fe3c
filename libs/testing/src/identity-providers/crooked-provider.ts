import { generateKeyPairSync, sign } from 'node:crypto';
import { CLIENT, type Listening, listening } from '#testing/identity-providers/listening';

/** What an ID token says, and how it is made; what is not given is right. */
export interface Told {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** By default the key that the provider publishes. */
  readonly signature?: (signed: string) => Buffer;
}

export interface CrookedProvider extends Listening {
  /** What the next token says. @param nonce that of the browser that set out */
  tell(nonce: string, told: Told): void;
  /** The public key, as everybody can read it. */
  readonly publicPem: string;
}

const text = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider that puts into its tokens whatever a test wants; everything around them is right. */
export async function startCrookedProvider(): Promise<CrookedProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const rightly = (signed: string): Buffer => sign('sha256', Buffer.from(signed), privateKey);
  let token = '';
  const server = await listening((request, response) => {
    const answers: Readonly<Record<string, object>> = {
      '/.well-known/openid-configuration': {
        issuer: server.issuer,
        authorization_endpoint: `${server.issuer}/auth`,
        token_endpoint: `${server.issuer}/token`,
        jwks_uri: `${server.issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      },
      '/jwks': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
      '/token': { access_token: 'opaque', token_type: 'Bearer', ...(token === '' ? {} : { id_token: token }) },
    };
    const answer = answers[request.url ?? ''];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  const tell = (nonce: string, { claims, header, signature = rightly }: Told): void => {
    const now = Math.floor(Date.now() / 1_000);
    const right = { iss: server.issuer, aud: CLIENT.id, sub: 'subject-1', nonce, iat: now, exp: now + 300 };
    const signed = `${text({ alg: 'RS256', kid: 'one', typ: 'JWT', ...header })}.${text({ ...right, ...claims })}`;
    token = `${signed}.${signature(signed).toString('base64url')}`;
  };
  return { ...server, tell, publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString() };
}
