import { valueOf, written } from '#access/cookies';
import type { RequestHeaders } from '#access/principals';
import { LONGEST_SECONDS } from '#access/sessions';

const NAME = 'liuqu-session';

const cookie = (headers: RequestHeaders, value: string, seconds: number): string =>
  written({ name: NAME, value, seconds, sameSite: 'Strict' }, headers);

export const sessionCookie = (headers: RequestHeaders, token: string): string => cookie(headers, token, LONGEST_SECONDS);

export const endedCookie = (headers: RequestHeaders): string => cookie(headers, '', 0);

/** The session token that came with a request, if one did. */
export const sessionTokenIn = (headers: RequestHeaders): string | undefined => valueOf(NAME, headers);
