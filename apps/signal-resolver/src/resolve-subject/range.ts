import { type Day, dayOf } from '#domain/calendar/day';
import { unitSubject } from '#domain/identity/subject';
import type { KnownEvent, PlacedPost, Places } from './ground';
import type { ChangeMessage, PersonalMessage } from './message';

/**
 * Whether the sender may speak of what a message is about: of its units and what is under them. A unit that is named must be
 * there. A person must hold a post there, on the day of which the message speaks or on the day on which it was received: an agency
 * may tell what somebody did while there, and of whom it has now what came before. A post fact goes by its post. What the registry
 * does not know is no reason: a person is asked about it.
 * @param subject the cadre or the unit that was found; undefined when that is not sure
 */
export function isInRange(message: PersonalMessage, subject: string | undefined, places: Places): boolean {
  const { units, subject: named, receivedOn } = message.record;
  if (units === undefined) return true;
  if (!mayBeUnder(units, places.units.get(unitSubject(named?.unitCode ?? '')))) return false;
  if (message.kind !== 'signal') return mayBeUnder(units, places.posts.get(message.postCode));
  const day = message.sent.occurredOn ?? message.sent.periodTo ?? receivedOn;
  return subject === undefined || reaches(units, { subject, days: [day, receivedOn] }, places);
}

/** Its own signals an agency may always judge: they were in its range when it sent them. */
export function mayJudge({ record, change }: ChangeMessage, target: KnownEvent, places: Places): boolean {
  const { units, agency, receivedOn } = record;
  if (units === undefined || target.subject === null || target.source.startsWith(`/agency/${agency}/`)) return true;
  return reaches(units, { subject: target.subject, days: [change.decidedOn, receivedOn] }, places);
}

interface Spoken {
  readonly subject: string;
  readonly days: readonly string[];
}

function reaches(units: readonly string[], { subject, days }: Spoken, { units: paths, held }: Places): boolean {
  const path = paths.get(subject);
  if (path !== undefined) return isUnder(units, path);
  const posts = held.get(subject) ?? [];
  return days.map(dayOf).some((day) => posts.some((post) => isUnder(units, post.path) && isHeldOn(post, day)));
}

const isUnder = (units: readonly string[], path: string): boolean => units.some((code) => path.includes(`/${code}/`));
const mayBeUnder = (units: readonly string[], path: string | undefined): boolean => path === undefined || isUnder(units, path);
const isHeldOn = ({ from, left }: PlacedPost, day: Day): boolean => from <= day && (left === null || day < left);
