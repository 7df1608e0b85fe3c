import type { Day } from '#domain/calendar/day';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { readingOf } from '#domain/risk/reading';
import { type Footprint, trail } from '#domain/risk/trail';
import { leastBy } from '#domain/risk/ways';

/** The entries that one event brought, in order. The event has the id of the last: a correction first takes back, then puts in its place. */
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
  const footprints = trail(facts.flat(), policy);
  const edges: KnownEdge[] = [];
  const gates: string[] = [];
  let place = 0;
  for (const fact of facts) {
    const first = footprints[place];
    place += fact.length;
    const last = footprints[place - 1];
    if (first === undefined || last === undefined) continue;
    const edge = edgeBetween(first, last, policy);
    if (edge !== undefined) edges.push(edge);
    if (last.state.gateOpen) gates.push(last.entry.id);
  }
  return { edges, gates };
}

function edgeBetween({ before }: Footprint, { entry, state, E, ways }: Footprint, policy: Policy): KnownEdge | undefined {
  if (state.level <= before.level) return undefined;
  const { P } = readingOf(leastBy(ways, state.asOf, policy), state, state.asOf, policy);
  return { cause: entry.id, from: before.level, to: state.level, day: state.asOf, E, P };
}
