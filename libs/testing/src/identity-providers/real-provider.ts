import { Provider } from 'oidc-provider';
import { CALLBACK, CLIENT, type Listening, listening } from '#testing/identity-providers/listening';

export interface RealProvider extends Listening {
  /** Tells the provider where the console is. */
  admit(console: string): void;
  /** Whom everybody who comes proves to be, from now on. */
  become(subject: string): void;
}

/** oidc-provider as it is, but for its page of passwords: it believes of everybody what it was told last. */
export async function startRealProvider(): Promise<RealProvider> {
  let subject = '';
  let provider: Provider | undefined;
  const server = await listening((request, response) => {
    if (!provider) return void response.writeHead(503).end();
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response);
    const result = { login: { accountId: subject } };
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false }).catch(() => response.writeHead(500).end());
  });
  const admit = (console: string): void => {
    provider = new Provider(server.issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [console + CALLBACK] }],
      pkce: { required: () => true },
      cookies: { keys: ['cookies of tests'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
  };
  return { ...server, admit, become: (now) => void (subject = now) };
}
