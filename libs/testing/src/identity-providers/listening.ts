import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  /** `localhost`, not 127.0.0.1 as the console: another site for a browser. */
  readonly issuer: string;
  close(): Promise<void>;
}

/** Listens on a free port of this machine before anybody knows what to answer: the address is part of the answers. */
export async function listening(answer: RequestListener): Promise<Listening> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { issuer: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}

export const CLIENT = { id: 'liuqu', secret: 'a secret of tests, shared with the provider' } as const;

/** Where the console lets the provider send browsers back to. */
export const CALLBACK = '/api/v1/session/oidc/callback';
