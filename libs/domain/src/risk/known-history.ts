import type { Day } from '#domain/calendar/day';
import { layOut } from '#domain/risk/lay';
import { causeOf, type LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { withPosts } from '#domain/risk/posts';
import { readingOf } from '#domain/risk/reading';
import { EMPTY_STATE, type SubjectState } from '#domain/risk/subject-state';
import { Follower } from '#domain/risk/trail';

/** The entries that one event brought, in order. The event is told under the id of the last: a correction first takes back, then puts in its place. */
export type LedgerFact = readonly LedgerEntry[];

/** One upward edge by what is known at the end of a log: what its alert has to say. */
export interface KnownEdge {
  /** The event that raised the level. */
  readonly cause: string;
  /** Places in LEVEL_NAMES. */
  readonly from: number;
  readonly to: number;
  readonly day: Day;
  /** In milli-points on that day. */
  readonly E: number;
  readonly P: number;
}

/** What the events of one subject did, by what is known at the end of the log. */
export interface KnownHistory {
  /** In log order. */
  readonly edges: readonly KnownEdge[];
  /** The events after which the gate to propose a 函询 was open, in log order. */
  readonly gates: readonly string[];
}

/**
 * Every upward edge that an event caused and every passed gate, as if what was taken back had never come.
 * @param facts all of a subject, in log order
 * @see design risk-model 7 Edge
 */
export function knownHistory(facts: readonly LedgerFact[], policy: Policy): KnownHistory {
  const { laid, joinings, book } = layOut(facts.flat(), policy);
  const follower = new Follower(joinings, policy);
  const edges: KnownEdge[] = [];
  const gates: string[] = [];
  let posts = EMPTY_STATE;
  let place = 0;
  for (const fact of facts) {
    const [from, to] = [place, (place += fact.length)];
    const stands = laid.slice(from, to).map((each) => follower.take(each));
    posts = fact.reduce((state, entry) => withPosts(state, entry, book.isWithdrawn(entry.id)), posts);
    const last = fact.at(-1);
    const [cause, before, level] = [last && causeOf(last), stands[0]?.before ?? 0, stands.at(-1)?.level ?? 0];
    if (cause === undefined) continue;
    if (level > before) edges.push({ cause, from: before, to: level, ...toldOf(follower, posts, policy) });
    if (follower.isGateOpen) gates.push(cause);
  }
  return { edges, gates };
}

function toldOf({ least, day }: Follower, posts: SubjectState, policy: Policy): Pick<KnownEdge, 'day' | 'E' | 'P'> {
  const { E, P } = readingOf(least, posts, day, policy);
  return { day, E, P };
}
