import { randomBytes } from 'node:crypto';
import { valueOf, written } from '#access/cookies';
import type { RequestHeaders } from '#access/principals';
import type { Sealing } from '#access/sealing';
import type { Clock } from '#platform/time/clock';

interface Known {
  /** 256 random bits, this browser's alone; told to nobody, also not to its own pages. */
  readonly browser: string;
  /** Who has signed in here, the latest first. */
  readonly accounts: readonly string[];
  /** Milliseconds since 1970. */
  readonly until: number;
}

const NAME = 'liuqu-known-browser';
const PLACE = 'access/known-browser';
const LIFE_SECONDS = 365 * 24 * 3_600;
/** People at one desk; a cookie holds no more than 4096 bytes. */
const MOST_ACCOUNTS = 16;

/** Which accounts a browser has signed in to before is kept by a sealed cookie of that browser (ADR 0018). It opens nothing. */
export class KnownBrowsers {
  constructor(
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** The browser that asks, when this account has signed in there within a year; undefined for every other. */
  of(headers: RequestHeaders, accountId: string): string | undefined {
    const known = this.read(headers);
    return known?.accounts.includes(accountId) ? known.browser : undefined;
  }

  /** The cookie of the browser at which this account has just signed in. */
  cookieFor(headers: RequestHeaders, accountId: string): string {
    const { browser, accounts } = this.read(headers) ?? { browser: randomBytes(32).toString('base64url'), accounts: [] };
    const known: Known = {
      browser,
      accounts: [accountId, ...accounts.filter((id) => id !== accountId)].slice(0, MOST_ACCOUNTS),
      until: this.clock.now().getTime() + LIFE_SECONDS * 1_000,
    };
    const value = this.sealing.seal(Buffer.from(JSON.stringify(known)), PLACE).toString('base64url');
    return written({ name: NAME, value, seconds: LIFE_SECONDS, sameSite: 'Strict' }, headers);
  }

  private read(headers: RequestHeaders): Known | undefined {
    const sealed = valueOf(NAME, headers);
    if (sealed === undefined) return undefined;
    try {
      const known = JSON.parse(this.sealing.open(Buffer.from(sealed, 'base64url'), PLACE).toString()) as Known;
      return known.until > this.clock.now().getTime() ? known : undefined;
    } catch {
      return undefined;
    }
  }
}
