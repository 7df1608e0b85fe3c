import * as oidc from 'openid-client';
import { type Expected, type ForeignIdentity, IdentityNotProven, IdentityProvider, ProviderSilent } from '#access/identity-provider';

export interface OidcClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const LONGEST_ANSWER_SECONDS = 10;

/** OpenID Connect: authorization code with PKCE, state and nonce; the ID token's signature is checked by the keys of the provider. */
export class OidcIdentityProvider extends IdentityProvider {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(private readonly client: OidcClient) {
    super();
  }

  override get issuer(): string {
    return this.client.issuer;
  }

  override async begin(returnTo: URL, { state, nonce, verifier }: Expected): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: returnTo.href,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  override async finish(arrival: URL, { state, nonce, verifier }: Expected): Promise<ForeignIdentity> {
    const configuration = await this.configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await oidc.authorizationCodeGrant(configuration, arrival, checks).catch(failed);
    const claims = tokens.claims();
    if (!claims) throw new IdentityNotProven('no ID token');
    return { issuer: claims.iss, subject: claims.sub };
  }

  /** Asked for when first needed: our start waits for no provider. What failed is asked for again. */
  private async configuration(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch {
      this.discovered = undefined;
      throw new ProviderSilent('its configuration cannot be read');
    }
  }

  private async discover(): Promise<oidc.Configuration> {
    const issuer = new URL(this.client.issuer);
    const { clientId, clientSecret } = this.client;
    // The configuration lets no issuer without TLS pass but one on this very machine.
    const execute = [oidc.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])];
    return oidc.discovery(issuer, clientId, undefined, oidc.ClientSecretBasic(clientSecret), { execute, timeout: LONGEST_ANSWER_SECONDS });
  }
}

/** The reason is a code of the library or the provider; neither token nor claim is in it. */
function failed(error: unknown): never {
  const code = (error as { code?: unknown }).code;
  const reason = typeof code === 'string' ? code : 'refused';
  if (error instanceof TypeError || reason === 'OAUTH_TIMEOUT') throw new ProviderSilent(reason);
  throw new IdentityNotProven(reason);
}
