import type { RequestHeaders } from '#access/principals';

/** Only what ends TLS in front of this process says so; without TLS a browser would refuse the stricter name. */
export const isOverTls = (headers: RequestHeaders): boolean => headers['x-forwarded-proto'] === 'https';

/** Under `__Host-` no other host and no page without TLS can have set the cookie. */
const nameFor = (headers: RequestHeaders, name: string): string => (isOverTls(headers) ? `__Host-${name}` : name);

export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** How long the browser keeps it; 0 takes it away. */
  readonly seconds: number;
  /** Strict: no other site’s page sends it. Lax: a link from another site, followed in the whole window, does. */
  readonly sameSite: 'Strict' | 'Lax';
}

/** As the `Set-Cookie` of the answer; no script can read the cookie. */
export function written({ name, value, seconds, sameSite }: Cookie, headers: RequestHeaders): string {
  const secure = isOverTls(headers) ? '; Secure' : '';
  return `${nameFor(headers, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${secure}`;
}

/** The value that came with a request, if one did. */
export function valueOf(name: string, headers: RequestHeaders): string | undefined {
  const sent = typeof headers['cookie'] === 'string' ? headers['cookie'].split(';') : [];
  const start = `${nameFor(headers, name)}=`;
  const found = sent.map((pair) => pair.trim()).find((pair) => pair.startsWith(start));
  return found === undefined || found === start ? undefined : found.slice(start.length);
}
