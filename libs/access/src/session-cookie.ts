import type { RequestHeaders } from '#access/principals';
import { LONGEST_SECONDS } from '#access/sessions';

const NAME = 'liuqu-session';

/** Only what ends TLS in front of this process says so; without TLS a browser would refuse the stricter name. */
const isOverTls = (headers: RequestHeaders): boolean => headers['x-forwarded-proto'] === 'https';

/** Under `__Host-` no other host and no page without TLS can have set the cookie. */
const nameFor = (headers: RequestHeaders): string => (isOverTls(headers) ? `__Host-${NAME}` : NAME);

function cookie(headers: RequestHeaders, token: string, seconds: number): string {
  const secure = isOverTls(headers) ? '; Secure' : '';
  return `${nameFor(headers)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}

export const sessionCookie = (headers: RequestHeaders, token: string): string => cookie(headers, token, LONGEST_SECONDS);

export const endedCookie = (headers: RequestHeaders): string => cookie(headers, '', 0);

/** The session token that came with a request, if one did. */
export function sessionTokenIn(headers: RequestHeaders): string | undefined {
  const sent = typeof headers['cookie'] === 'string' ? headers['cookie'].split(';') : [];
  const start = `${nameFor(headers)}=`;
  const found = sent.map((pair) => pair.trim()).find((pair) => pair.startsWith(start));
  return found === undefined || found === start ? undefined : found.slice(start.length);
}
