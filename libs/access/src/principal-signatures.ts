import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Principal, ROLES } from '#access/principals';
import type { Clock } from '#platform/time/clock';

/** What a signature is for, and for nothing else. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
}

interface Statement extends Principal {
  /** Milliseconds since 1970. */
  readonly until: number;
}

export const SIGNED_PRINCIPAL_HEADER = 'liuqu-principal';
const LIFE_MS = 30_000;

/** As the next process gets it: what passes requests on writes some characters otherwise. */
function placeOf({ method, url }: SignedRequest): string {
  const { pathname, search } = new URL(url, 'http://owner');
  return `${method} ${pathname}${search}`;
}

/** Tells the next process who asks: for one method and path, for half a minute (HMAC-SHA-256). */
export class PrincipalSignatures {
  constructor(
    private readonly key: Buffer,
    private readonly clock: Clock,
  ) {}

  /** @returns the text of the header: statement and signature, each base64url */
  sign({ id, name, role, unit }: Principal, request: SignedRequest): string {
    const statement: Statement = { id, name, role, unit, until: this.clock.now().getTime() + LIFE_MS };
    const said = Buffer.from(JSON.stringify(statement)).toString('base64url');
    return `${said}.${this.signatureOf(said, request).toString('base64url')}`;
  }

  /** Undefined for a signature that is forged, altered, too old, or of another request. */
  principalIn(text: string, request: SignedRequest): Principal | undefined {
    const [said = '', signature = '', ...more] = text.split('.');
    const given = Buffer.from(signature, 'base64url');
    const right = this.signatureOf(said, request);
    if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    const { id, name, role, unit, until } = JSON.parse(Buffer.from(said, 'base64url').toString()) as Statement;
    // A statement without a unit is not one about everything.
    const isTold = ROLES.includes(role) && (unit === null || typeof unit === 'string');
    return isTold && until > this.clock.now().getTime() ? { id, name, role, unit } : undefined;
  }

  private signatureOf(said: string, request: SignedRequest): Buffer {
    return createHmac('sha256', this.key)
      .update(`${placeOf(request)}\n${said}`)
      .digest();
  }
}
