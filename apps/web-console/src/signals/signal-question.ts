import type { SignalsAsked } from '../api/inbox-queries';

const NAMES = ['channel', 'type', 'state', 'agency', 'unit', 'from', 'to'] as const;
const DAYS: readonly string[] = ['from', 'to'];
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filters in an address; what cannot be a day is no day. */
export function askedIn(search: URLSearchParams): SignalsAsked {
  const asked = NAMES.flatMap((name) => {
    const value = search.get(name) ?? '';
    return value === '' || (DAYS.includes(name) && !A_DAY.test(value)) ? [] : [[name, value]];
  });
  return Object.fromEntries(asked) as SignalsAsked;
}

/** The address with one filter changed; it begins with the first page, and closes what is open. */
export function withFilter(search: URLSearchParams, name: keyof SignalsAsked, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('cursor');
  next.delete('open');
  if (value === undefined || value === '') next.delete(name);
  else next.set(name, value);
  return next;
}

/** The address with one signal open, or none. */
export function withSignal(search: URLSearchParams, eventId: string | undefined): URLSearchParams {
  const next = new URLSearchParams(search);
  if (eventId === undefined) next.delete('open');
  else next.set('open', eventId);
  return next;
}
