/** Who somebody is at an identity provider. Nothing else that a provider says of a person is believed, least of all an e-mail address. */
export interface ForeignIdentity {
  /** The URL under which the provider speaks. */
  readonly issuer: string;
  /** Never given to another person by the same issuer (OpenID Connect Core 8). */
  readonly subject: string;
}

/** What only the browser that set out may come back with. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  /** Proof Key for Code Exchange (RFC 7636). */
  readonly verifier: string;
}

/** Somebody came back without having proven who they are: refused there, forged, altered, too late, or a second time. */
export class IdentityNotProven extends Error {
  override readonly name = 'IdentityNotProven';
}

/** The provider does not answer; later it may. */
export class ProviderSilent extends Error {
  override readonly name = 'ProviderSilent';
}

/** Where people prove elsewhere who they are, when the installation has such a place. */
export abstract class IdentityProvider {
  /** Undefined without a provider; then nothing else is asked of this. */
  abstract readonly issuer: string | undefined;
  /**
   * @param returnTo absolute URL of our own, to which the provider sends the browser back
   * @returns where to send the browser now
   * @throws ProviderSilent
   */
  abstract begin(returnTo: URL, expected: Expected): Promise<URL>;
  /**
   * @param arrival the URL with which the browser came back
   * @throws IdentityNotProven
   * @throws ProviderSilent
   */
  abstract finish(arrival: URL, expected: Expected): Promise<ForeignIdentity>;
}

/** An installation whose people sign in here. */
export class NoIdentityProvider extends IdentityProvider {
  override readonly issuer = undefined;

  override async begin(): Promise<URL> {
    return Promise.reject(new ProviderSilent('there is none'));
  }

  override async finish(): Promise<ForeignIdentity> {
    return Promise.reject(new ProviderSilent('there is none'));
  }
}
