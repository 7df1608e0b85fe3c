import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Liuqu';
const PERIOD_SECONDS = 30;
/** Steps that a phone's clock may be wrong. */
const WINDOW = 1;

const codesOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) });

/** 160 bits, in base 32. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator reads in (`otpauth://totp/…`), by text or as a picture. */
export const codeUri = (id: string, secret: string): string => codesOf(secret, id).toString();

export const codeAt = (secret: string, at: Date): string => codesOf(secret).generate({ timestamp: at.getTime() });

/** The time step (RFC 6238) that a code belongs to; undefined when it is not right about now. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const delta = codesOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + delta;
}
