import type { Principal } from '#access/principals';
import { hashOfToken } from '#access/session-token';

export const IDLE_SECONDS = 30 * 60;
export const LONGEST_SECONDS = 12 * 3600;

/** Open sessions, on the server. A token is 256 random bits and stored as its hash only. */
export abstract class Sessions {
  /** @returns the token, which is told this once */
  abstract open(accountId: string): Promise<string>;
  /** The person as they are now; undefined after the idle time, the longest time, sign-out, or when the person is switched off. */
  abstract principalOf(token: string): Promise<Principal | undefined>;
  abstract endHashed(tokenHash: Buffer): Promise<void>;

  async end(token: string): Promise<void> {
    await this.endHashed(hashOfToken(token));
  }
}
