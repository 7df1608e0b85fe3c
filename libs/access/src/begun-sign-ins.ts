import { randomBytes } from 'node:crypto';
import { valueOf, written } from '#access/cookies';
import type { Expected } from '#access/identity-provider';
import type { RequestHeaders } from '#access/principals';
import type { Sealing } from '#access/sealing';
import { sessionTokenIn } from '#access/session-cookie';
import { hashOfToken } from '#access/session-token';
import type { Clock } from '#platform/time/clock';

/** Somebody who set out to prove elsewhere who they are. */
export interface BegunSignIn extends Expected {
  /** The path of the console to lead back to. */
  readonly from: string;
  /** Hash of the token of the session that this browser had, base64url; undefined when it had none. */
  readonly sessionBefore?: string | undefined;
}

const NAME = 'liuqu-begun-sign-in';
const PLACE = 'access/begun-sign-in';
/** Time enough for a password and a second factor over there. */
const LIFE_SECONDS = 10 * 60;

const random = (): string => randomBytes(32).toString('base64url');

/**
 * Who set out is known by a sealed cookie of that browser alone (ADR 0012). It is Lax, for the provider's page leads back across sites.
 */
export class BegunSignIns {
  constructor(
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** The session from before is noted now: its cookie is Strict and does not come along when the provider's page leads back. */
  begin(from: string, headers: RequestHeaders): BegunSignIn {
    const token = sessionTokenIn(headers);
    const sessionBefore = token === undefined ? undefined : hashOfToken(token).toString('base64url');
    return { from, sessionBefore, state: random(), nonce: random(), verifier: random() };
  }

  cookieOf(begun: BegunSignIn, headers: RequestHeaders): string {
    const kept = JSON.stringify({ ...begun, until: this.clock.now().getTime() + LIFE_SECONDS * 1_000 });
    const value = this.sealing.seal(Buffer.from(kept), PLACE).toString('base64url');
    return written({ name: NAME, value, seconds: LIFE_SECONDS, sameSite: 'Lax' }, headers);
  }

  /** Takes the cookie away. */
  ended(headers: RequestHeaders): string {
    return written({ name: NAME, value: '', seconds: 0, sameSite: 'Lax' }, headers);
  }

  /** Undefined when this browser did not set out, or too long ago, or altered what it was given. */
  of(headers: RequestHeaders): BegunSignIn | undefined {
    const sealed = valueOf(NAME, headers);
    if (sealed === undefined) return undefined;
    try {
      const kept = this.sealing.open(Buffer.from(sealed, 'base64url'), PLACE).toString();
      const { until, ...begun } = JSON.parse(kept) as BegunSignIn & { readonly until: number };
      return until > this.clock.now().getTime() ? begun : undefined;
    } catch {
      return undefined;
    }
  }
}
