import { inTime, LONGEST_WAIT_MS } from './in-time';

async function isReady(address: string): Promise<boolean> {
  const answer = await fetch(new URL('/health/ready', address), { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
  await answer.body?.cancel();
  return answer.ok;
}

/** Where the other processes of this installation listen, by app; none where all apps are one process. */
export class AppAddresses {
  private known: Readonly<Record<string, string>> = {};

  tell(addresses: Readonly<Record<string, string>>): void {
    this.known = addresses;
  }

  async readiness(): Promise<{ app: string; ready: boolean }[]> {
    return Promise.all(Object.entries(this.known).map(async ([app, address]) => ({ app, ready: await inTime(isReady(address), false) })));
  }
}
