import type { RequestHeaders } from '#access/principals';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export const changesSomething = (method: string): boolean => !READING.has(method);

/** Undefined when the request does not tell, as those of no browser do. */
function originIsOwn({ origin, host, 'sec-fetch-site': site }: RequestHeaders): boolean | undefined {
  if (site !== undefined) return site === 'same-origin';
  if (typeof origin !== 'string') return undefined;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether the request says that a page of this very origin sent it. */
export const isSameOrigin = (headers: RequestHeaders): boolean => originIsOwn(headers) === true;

/** Whether the request says that a page from elsewhere sent it. */
export const isFromElsewhere = (headers: RequestHeaders): boolean => originIsOwn(headers) === false;
