/** Nobody's: only there to see whether a path stays where it is. */
const HERE = 'http://console.invalid';

/** The path and query of a page of this console; the first page for whatever would lead elsewhere. */
export function consolePath(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith('/') || !URL.canParse(asked, HERE)) return '/';
  const { origin, pathname, search } = new URL(asked, HERE);
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : '/';
}
