import type { Evidence } from '#contracts/console/signals';
import type { Day } from '#domain/calendar/day';
import type { Candidate, Identity } from '#domain/identity/resolve-identity';
import type { Message, PersonalMessage } from './message';

/** What is known of an event that came earlier. `subject` is null for what never took effect on anybody. */
export interface KnownEvent {
  readonly eventId: string;
  readonly source: string;
  readonly state: 'resolved' | 'triage' | 'refused';
  readonly subject: string | null;
  /** Of a correction in triage: the event that it will take back. */
  readonly corrects: string | null;
  /** Which time it is given to a subject, or will be; 1 where nothing is said. */
  readonly assignment?: number;
  /** The subjects from whom it was taken, as told of the wrong one. */
  readonly takenFrom?: readonly string[];
  /** What settled whom it is about, when that happened now. */
  readonly evidence?: Evidence;
}

/** A post that somebody held, with the path of its unit (`/C/T1/`). The day on which it was left no longer counts. */
export interface PlacedPost {
  readonly path: string;
  readonly from: Day;
  readonly left: Day | null;
}

/** Where the registry has units, posts and people. */
export interface Places {
  /** Paths of units, by subject (`unit:<code>`). */
  readonly units: ReadonlyMap<string, string>;
  /** Paths of the units of posts, by post code. */
  readonly posts: ReadonlyMap<string, string>;
  /** By cadre id. */
  readonly held: ReadonlyMap<string, readonly PlacedPost[]>;
}

/** Whom messages are about, by the registry. */
export interface People {
  identify(message: PersonalMessage): Identity;
  /** Who may be meant, for a person to choose from. */
  candidates(message: PersonalMessage): readonly Candidate[];
}

/** All that has to be known to resolve some messages. */
export interface Ground {
  readonly events: readonly KnownEvent[];
  /** By event, the correction that came in its place. */
  readonly successors: ReadonlyMap<string, string>;
  /** Events that wait already: told again, they change nothing. */
  readonly waitingIds: ReadonlySet<string>;
  /** What waits for any of the messages, or for what those wait for, in the order in which it came. */
  readonly waiting: readonly Message[];
  readonly people: People;
  /** Subjects of earlier events whom a higher level manages by now. */
  readonly movedUp: ReadonlySet<string>;
  /** Exposure factors by post code; a code that is missing is not in the registry. */
  readonly posts: ReadonlyMap<string, readonly string[]>;
  /** Where what is spoken of lies, as far as an agency speaks that has a range. */
  readonly places: Places;
}
